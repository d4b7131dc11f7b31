import type { Actor } from '@patravali/authorization';
import {
  FindFiles as FindFilesRequest,
  lackedBy,
  SearchOffice as SearchOfficeRequest,
  SOUGHT_STATES,
} from '@patravali/contract';
import { FindFiles } from '@patravali/files';
import { SearchOffice } from '@patravali/finding';
import { OrganisationQueries } from '@patravali/organisation';
import { TextIndex } from '@patravali/search';
import { everyPage } from '../../support/office/every-page';
import { useOffice } from '../../support/office/office';
import type { Marking } from '../../support/office/rows';
import { drawing } from '../../support/run/drawing';
import { runs } from '../../support/run/runs';
import {
  EARLIER,
  SEARCHED,
  SearchedOffice,
  SENDERS,
  WORDS,
  type Written,
} from '../../support/searched/searched-office';

const PAIRS = runs(1) >= 10 ? 20_000 : runs(100);
/** Beside other work on the machine. */
const EACH_MS = 100;
/** Words of the names of posts, and of the people on them, of which none is found by another. */
const NAMES = ['DS', 'US', 'SO', 'ASO', 'CLERK', 'DISPATCH', 'person', 'link', 'section'] as const;
type Filters = Partial<Pick<SearchOfficeRequest, 'from' | 'to' | 'unitId' | 'sender' | 'holderId' | 'state'>>;

describe('a search over everything', () => {
  const office = useOffice({ holds: 'section' });
  const draw = drawing(7);
  let today = '';
  const units = new Map<string, string>();
  const known: Written[] = [];
  const people = new Map<string, { readonly actor: Actor; readonly read: readonly Written[] }>();

  beforeAll(async () => {
    const [now] = await office().rows<{ day: string }>('SELECT india_today()::text AS day');
    today = now?.day ?? '';
    const searched = new SearchedOffice(office(), draw, today);
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
    await office().get(TextIndex).indexAll();
    await knowEverybody(actors.map(([, actor]) => actor));
    for (const [name, actor] of actors)
      people.set(name, { actor, read: [...(await searched.readBy(actor)), ...known] });
  }, 120_000);

  /** Everybody knows the posts of the office and who holds each, by their names. */
  async function knowEverybody(actors: readonly Actor[]): Promise<void> {
    const none = { day: null, sender: null, there: null };
    const namesIn = (...texts: string[]) =>
      texts
        .join(' ')
        .toLowerCase()
        .split(/[^\p{L}\p{M}\p{N}]+/u);
    const [anybody] = actors;
    if (!anybody) return;
    const { items } = await office().get(OrganisationQueries).listPosts(anybody, { limit: 200 });
    for (const { id, marking, designation } of items)
      known.push({ ...none, kind: 'post', id, postId: id, words: namesIn(marking, designation.en, 'section') });
    for (const { userId: id, postId, name, post, capacity } of actors) {
      units.set(postId, post.unitId);
      // An assistant holds no post.
      if (capacity === 'assistant') continue;
      known.push({ ...none, kind: 'person', id, postId, words: namesIn(name.hi, name.en) });
    }
  }

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
  const found = async (actor: Actor, q: string, kind: Written['kind'], filters: Filters = {}) => {
    const hits = await everyPage<{ readonly id: string }>(draw([3, 7, 50]), async (page) => {
      if (kind === 'file') {
        const { from, to, unitId, holderId, state } = filters;
        return await office()
          .get(FindFiles)
          .execute(actor, FindFilesRequest.parse({ q, from, to, unitId, holderId, state, ...page }));
      }
      const { kinds } = await office()
        .get(SearchOffice)
        .execute(actor, SearchOfficeRequest.parse({ q, kind, ...filters, ...page }));
      return kinds[0] ?? { items: [], next: null };
    });
    return hits.map(({ id }) => id).sort();
  };
  const readWith = (name: string, kind: Written['kind'], wanted: readonly string[], without: readonly string[] = []) =>
    (people.get(name)?.read ?? []).filter(
      (each) =>
        each.kind === kind &&
        wanted.every((word) => each.words.includes(word.toLowerCase())) &&
        !without.some((word) => each.words.includes(word)),
    );
  const idsOf = (items: readonly Written[]) => items.map(({ id }) => id).sort();

  const fits = ({ postId, day, sender, there }: Written, filters: Filters): boolean =>
    (filters.from === undefined || (day !== null && day >= filters.from)) &&
    (filters.to === undefined || (day !== null && day <= filters.to)) &&
    (filters.unitId === undefined || units.get(postId) === filters.unitId) &&
    (filters.sender === undefined || sender === filters.sender) &&
    (filters.holderId === undefined || there?.holder === filters.holderId) &&
    (filters.state === undefined ||
      (filters.state === 'open' ? there !== null && there.state !== 'closed' : there?.state === filters.state));

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
          const expected = idsOf(readWith(name, kind, wanted, without));
          const hits = person ? await found(person.actor, q, kind) : [];
          expect([name, q, kind, hits]).toEqual([name, q, kind, expected]);
        }
      }
    },
    Math.max(60_000, PAIRS * EACH_MS),
  );

  it(
    `finds files, people and posts, and narrows to units, senders, days, holders and states, as reading does: ${PAIRS} people and questions`,
    async () => {
      const byKind = new Map<string, number>();
      for (let pair = 0; pair < PAIRS; pair++) {
        const name = draw([...people.keys()]);
        const person = people.get(name);
        const days: readonly Filters[] = [
          { from: today },
          { to: EARLIER },
          { from: EARLIER, to: EARLIER },
          { from: EARLIER },
        ];
        const filters: Filters = {
          ...(draw([true, false]) && draw(days)),
          ...(draw([true, false]) && { unitId: draw([...new Set(units.values())]) }),
          ...(draw([true, false, false]) && { sender: draw(SENDERS) }),
          ...(draw([true, false, false]) && { holderId: draw([...units.keys()]) }),
          ...(draw([true, false, false]) && { state: draw(SOUGHT_STATES) }),
        };
        for (const kind of [...SEARCHED, 'person', 'post', 'file'] as const) {
          if (lackedBy(kind, filters).length > 0) continue;
          const wanted = [draw(kind === 'person' || kind === 'post' ? NAMES : WORDS)];
          const expected = idsOf(readWith(name, kind, wanted).filter((each) => fits(each, filters)));
          const hits = person ? await found(person.actor, wanted.join(' '), kind, filters) : [];
          const asked = [name, wanted, kind, filters];
          expect([...asked, hits]).toEqual([...asked, expected]);
          byKind.set(kind, (byKind.get(kind) ?? 0) + hits.length);
        }
      }
      for (const kind of [...SEARCHED, 'person', 'post', 'file'])
        expect([kind, byKind.get(kind)]).not.toEqual([kind, 0]);
    },
    Math.max(60_000, PAIRS * EACH_MS),
  );

  it('finds what lies with each post, and in each state, as each of them reads it', async () => {
    const places: readonly Filters[] = [
      ...[...units.keys()].map((holderId) => ({ holderId })),
      ...SOUGHT_STATES.map((state) => ({ state })),
    ];
    const states = new Set<string>();
    for (const [name, { actor, read }] of people) {
      for (const each of read) if (each.there) states.add(each.there.state);
      for (const place of places)
        for (const kind of [...SEARCHED, 'file'] as const) {
          const word = draw(WORDS);
          const expected = idsOf(readWith(name, kind, [word]).filter((each) => fits(each, place)));
          expect([name, word, kind, place, await found(actor, word, kind, place)]).toEqual([
            name,
            word,
            kind,
            place,
            expected,
          ]);
        }
    }
    expect([...states].sort()).toEqual(['attached', 'closed', 'on_desk', 'parked']);
  }, 240_000);
});
