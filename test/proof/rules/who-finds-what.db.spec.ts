import type { Actor } from '@patravali/authorization';
import { SearchOffice as SearchOfficeRequest } from '@patravali/contract';
import { SearchOffice } from '@patravali/finding';
import { everyPage } from '../../support/office/every-page';
import { useOffice } from '../../support/office/office';
import type { Marking } from '../../support/office/rows';
import { drawing } from '../../support/run/drawing';
import { runs } from '../../support/run/runs';
import { SEARCHED, SearchedOffice, WORDS, type Written } from '../../support/searched/searched-office';

const PAIRS = runs(1) >= 10 ? 20_000 : runs(100);
/** Beside other work on the machine. */
const EACH_MS = 100;

describe('a search over everything', () => {
  const office = useOffice({ holds: 'section' });
  const draw = drawing(7);
  const people = new Map<string, { readonly actor: Actor; readonly read: readonly Written[] }>();

  beforeAll(async () => {
    const searched = new SearchedOffice(office(), draw);
    await searched.write(24, 30);
    const at = (marking: Marking) => office().at(marking);
    const actors: [string, Actor][] = [
      ...(['ASO', 'SO', 'US', 'DS', 'CLERK', 'OTHER', 'AUDIT', 'DISPATCH'] as const).map((marking): [string, Actor] => [
        marking,
        at(marking),
      ]),
      ['the assistant of US', await office().assistantOf(at('US'))],
      ['who acts for SO', await office().linkOfficerOf(at('SO'))],
      ['an auditor of the section', await office().actor({ roles: ['auditor'], auditedUnitIds: [office().unitId] })],
      ['a new officer', await office().actor()],
    ];
    for (const [name, actor] of actors) people.set(name, { actor, read: await searched.readBy(actor) });
  }, 120_000);

  it('is asked by people who read much, little and nothing, of each kind', () => {
    for (const kind of SEARCHED) {
      const counts = [...people.values()].map(({ read }) => read.filter((each) => each.kind === kind).length);
      expect([kind, Math.min(...counts) === 0, Math.max(...counts) >= 6, new Set(counts).size >= 4]).toEqual([
        kind,
        true,
        true,
        true,
      ]);
    }
  });

  /** Two pages and more, mostly. */
  const found = async (actor: Actor, q: string, kind: Written['kind'], limit: number) =>
    await everyPage(limit, async (page) => {
      const { kinds } = await office()
        .get(SearchOffice)
        .execute(actor, SearchOfficeRequest.parse({ q, kind, ...page }));
      return kinds[0] ?? { items: [], next: null };
    });

  it(
    `finds what somebody reads one by one, no more and no less: ${PAIRS} people and questions`,
    async () => {
      for (let pair = 0; pair < PAIRS; pair++) {
        const name = draw([...people.keys()]);
        const person = people.get(name);
        const wanted = [
          ...new Set([draw(WORDS), ...(pair % 3 === 0 ? [] : [draw(WORDS)]), ...(pair % 5 === 0 ? [draw(WORDS)] : [])]),
        ];
        const without =
          pair % 4 === 0 ? WORDS.filter((word) => !wanted.includes(word)).slice(pair % 7, (pair % 7) + 1) : [];
        const q = [...wanted, ...without.map((word) => `-${word}`)].join(' ');
        for (const kind of SEARCHED) {
          const expected = (person?.read ?? []).filter(
            (each) =>
              each.kind === kind &&
              wanted.every((word) => each.words.includes(word)) &&
              !without.some((word) => each.words.includes(word)),
          );
          const hits = person ? await found(person.actor, q, kind, draw([3, 7, 50])) : [];
          expect([name, q, kind, hits.map(({ id }) => id).sort()]).toEqual([
            name,
            q,
            kind,
            expected.map(({ id }) => id).sort(),
          ]);
        }
      }
    },
    Math.max(60_000, PAIRS * EACH_MS),
  );
});
