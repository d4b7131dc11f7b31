import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileText } from '../../support/sources/sources';

const ROOT = join(__dirname, '../../..');
const text = fileText('docs/security.md');

/** ASVS 5.0.0: of each section the levels of its requirements, in their order. Those of level 3 stand in no row. */
const LEVELS: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '2233',
};
/** What no test shows, somebody has looked at on a day. */
const BY_HAND = /by hand, \d{1,2} [A-Z][a-z]+ 20\d\d/;
const STATES = ['met', 'partly', 'not met', 'not applicable'];

interface Row {
  /** Of one requirement, or of those that are not applicable together: `9.1.1–9.2.1`, those of the row's level among them. */
  readonly id: string;
  readonly level: string;
  readonly state: string;
  /** Paths from the root of the repository. */
  readonly shownBy: readonly string[];
  readonly reason: string;
}

const rows: readonly Row[] = text
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
  .map((line) => {
    const [id = '', level = '', , state = '', shownBy = '', reason = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { id, level, state, shownBy: pathsIn(shownBy), reason };
  });

/** What stands in code marks and looks like a path of ours. */
function pathsIn(words: string): string[] {
  return [...words.matchAll(/`([^`]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /^[\w.-]+\/.*\.\w+$/.test(path));
}

const requirements = Object.entries(LEVELS).flatMap(([section, levels]) =>
  Array.from(levels, (level, index) => [`${section}.${String(index + 1)}`, level] as const),
);

/** The requirements for which a row stands. */
function requirementsOf({ id, level }: Row): string[] {
  const at = (one: string) => requirements.findIndex(([known]) => known === one);
  return id.split(', ').flatMap((part) => {
    const [first = '', last = first] = part.split('–');
    const those = requirements.slice(at(first), at(last) + 1).filter(([, its]) => its === level);
    return those.map(([known]) => known);
  });
}

const howMany = (those: readonly Row[]) => those.flatMap(requirementsOf).length;

describe('docs/security.md', () => {
  it('has a row for each requirement of levels 1 and 2, with its level; some for several that are not applicable', () => {
    const expected = requirements.filter(([, level]) => level !== '3').map(([id]) => id);
    const places = new Map<string, number>(requirements.map(([id], place) => [id, place]));
    const inOrder = rows
      .flatMap(requirementsOf)
      .toSorted((one, other) => Number(places.get(one)) - Number(places.get(other)));
    expect(inOrder).toEqual(expected);
    const begins = rows.map((row) => Number(places.get(requirementsOf(row)[0] ?? '')));
    expect(begins).toEqual(begins.toSorted((one, other) => one - other));
    const several = rows.filter((row) => requirementsOf(row).length > 1);
    expect(several.filter(({ state }) => state !== 'not applicable')).toEqual([]);
    expect(['1', '2'].map((wanted) => howMany(rows.filter(({ level }) => level === wanted)))).toEqual([70, 183]);
  });

  it('says of each how it stands, and by which test, or why; of what is met, by which test or document, or when it was looked at by hand', () => {
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
    const unproved = rows.filter(({ shownBy, reason }) => shownBy.length === 0 && reason === '');
    expect(unproved.map(({ id }) => id)).toEqual([]);
    const met = rows.filter(({ state }) => state === 'met');
    const believed = met.filter(({ shownBy, reason }) => shownBy.length === 0 && !BY_HAND.test(reason));
    expect(believed.map(({ id }) => id)).toEqual([]);
    const unexplained = rows.filter(({ state, reason }) => state !== 'met' && reason === '');
    expect(unexplained.map(({ id }) => id)).toEqual([]);
  });

  it('names tests and files that are there', () => {
    const named = [...new Set(pathsIn(text))].filter((path) => !path.startsWith('PATRAVALI_DATA/'));
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('counts them right', () => {
    const counts = STATES.map((wanted) => {
      const those = rows.filter(({ state }) => state === wanted);
      const [one, two] = ['1', '2'].map((level) => howMany(those.filter((row) => row.level === level)));
      return [wanted, String(one), String(two), String(howMany(those))];
    });
    const said = [...text.matchAll(/^\| (met|partly|not met|not applicable) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|$/gm)];
    expect(said.map(([, ...cells]) => cells)).toEqual(counts);
    const applicable = howMany(rows.filter(({ state }) => state !== 'not applicable'));
    const tested = howMany(rows.filter(({ shownBy }) => shownBy.some((path) => path.endsWith('.spec.ts'))));
    expect(text).toContain(`Of the ${String(applicable)} that apply, ${String(tested)} name a test.`);
  });
});
