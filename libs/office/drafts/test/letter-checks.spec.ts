import { PLANTED } from './planted-faults';
import { SOUND } from './sound-letters';
import { checkLetter, LETTER_CHECKS } from '../contract/letter-checks/letter-checks';

const found = ({ letter, facts }: (typeof SOUND)[number]) => checkLetter(letter, facts).map(({ check }) => check);

describe('the checks of a letter', () => {
  it('are tried on planted faults, each kind among them, and on letters in order', () => {
    expect([PLANTED.length, SOUND.length]).toEqual([42, 41]);
    const others = LETTER_CHECKS.filter((check) => check !== 'table_too_wide');
    expect([...new Set(PLANTED.map(({ fault }) => fault))].sort()).toEqual([...others].sort());
  });

  it.each(PLANTED)('find $fault, and no other: $line', (planted) => {
    expect(found(planted)).toEqual([planted.fault]);
  });

  it.each(SOUND)('have nothing against $line', (sound) => {
    expect(found(sound)).toEqual([]);
  });

  it.each([
    [12, '123456789012345', ['table_too_wide']],
    [6, '12,34,567.50', []],
    [12, '1234567', []],
  ] as const)('find a table of %i columns with %s in each', (columns, amount, faults) => {
    const [{ letter, facts } = { letter: undefined, facts: undefined }] = SOUND;
    if (!letter) throw new Error('There is no sound letter');
    const cells = Array.from({ length: columns }, () => ({ children: [{ type: 'text' as const, text: amount }] }));
    const annexures = [
      { title: 'विवरण', body: { version: 2 as const, blocks: [{ type: 'table' as const, rows: [{ cells }] }] } },
    ];
    expect(checkLetter({ ...letter, annexures }, facts).map(({ check }) => check)).toEqual(faults);
  });

  it('cite where it is written', () => {
    const [first] = PLANTED;
    expect(first && checkLetter(first.letter, first.facts)).toEqual([
      { check: 'memorandum_to_constitutional_body', source: 'manual', paragraph: '8.8' },
    ]);
  });
});
