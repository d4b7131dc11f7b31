import type { Actor } from '@patravali/authorization';
import type { ListChecked } from '@patravali/contract';
import { csvOf, type Sheet } from '@patravali/spreadsheet';
import { useApi } from '../support/http/api';
import { appointClerks } from '../support/http/clerks';

const FEW = 50;
const PEOPLE = 8_000;
const POSTS = 5_000;
const REASON = 'कार्यालय आदेश संख्या 31/2027';
/** Readings of a page; the quickest is that which nothing else disturbed. */
const TIMES = 40;
const MOST_SLOWED = 1.2;
const MB = 1_000_000;
/** What the office may gain in the process that answers, while it takes in the longest list. */
const MOST_GAINED = 400 * MB;
const SECOND = 1000;
/** Of the processor, in the process that answers: how long it takes on the wall depends on what else goes on. */
const MOST_SECONDS = 40;

const people = (from: number, to: number): Sheet => ({
  title: 'x',
  columns: ['User name', 'Name in Hindi', 'Name in English', 'E-mail'],
  rows: Array.from({ length: to - from }, (_, index) => {
    const code = `up${String(from + index).padStart(6, '0')}`;
    return [code, `रमेश चन्द्र यादव ${from + index}`, `Ramesh Chandra Yadav ${from + index}`, `${code}@example.in`];
  }),
});

/** Ten stand below each; nobody is deeper than four below the head. */
const posts = (from: number, to: number, unit: string): Sheet => ({
  title: 'x',
  columns: ['Marking', 'Designation in Hindi', 'Designation in English', 'Level', 'Unit', 'Superior', 'Roles'],
  rows: Array.from({ length: to - from }, (_, index) => {
    const place = from + index;
    const above = Math.floor((place - 1) / 10);
    const level = 2 + depth(place);
    return [
      `P-${place}`,
      `पद ${place}`,
      `Post ${place}`,
      String(level),
      unit,
      place === 0 ? '' : `P-${above}`,
      'officer',
    ];
  }),
});
const depth = (place: number): number => (place === 0 ? 0 : 1 + depth(Math.floor((place - 1) / 10)));

describe('an establishment of thousands', () => {
  const api = useApi();

  it('is taken in by lists, and its first pages come as quickly as those of a small one', async () => {
    const { administrator } = await appointClerks(api());
    const [{ abbreviation } = { abbreviation: '' }] = await api().office.rows<{ abbreviation: string }>(
      'SELECT abbreviation FROM unit LIMIT 1',
    );
    const takeIn = listsOf(administrator);
    await takeIn('people', people(0, FEW));
    await takeIn('posts', posts(0, FEW, abbreviation));
    const first = await pagesOf(administrator);
    await takeIn('people', people(FEW, PEOPLE));
    await takeIn('posts', posts(FEW, POSTS, abbreviation), ['enter']);
    const [again] = (await takeIn('people', people(0, PEOPLE), ['check'])) as [ListChecked];
    expect([again.items, again.same]).toEqual([[], PEOPLE]);
    await api().office.rows('ANALYZE');
    const large = await pagesOf(administrator);
    const slowed = Object.entries(large).map(([path, took]) => [path, took / (first[path] ?? 0)] as const);
    console.log(
      slowed
        .map(([path, by]) => `${path} ${first[path]?.toFixed(2)} → ${large[path]?.toFixed(2)} ms, × ${by.toFixed(2)}`)
        .join('\n'),
    );
    expect(slowed.filter(([, by]) => by > MOST_SLOWED)).toEqual([]);
  }, 900_000);

  /** Checks a list and enters it. */
  const listsOf =
    (by: Actor) =>
    async (kind: 'people' | 'posts', sheet: Sheet, acts: readonly ('check' | 'enter')[] = ['check', 'enter']) => {
      const body = { list: csvOf(sheet).toString('base64'), reason: REASON };
      const answers: unknown[] = [];
      for (const act of acts) {
        global.gc?.();
        const before = process.memoryUsage().rss;
        let most = before;
        const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
        const [began, worked] = [performance.now(), process.cpuUsage()];
        const answer = await api().as(by, 'post', `/${kind}/list${act === 'check' ? '/check' : ''}`, { body });
        const { user, system } = process.cpuUsage(worked);
        const seconds = (user + system) / (SECOND * SECOND);
        clearInterval(looking);
        expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
        console.log(
          `${act} ${sheet.rows.length} ${kind}: ${seconds.toFixed(1)} processor s of ${((performance.now() - began) / SECOND).toFixed(1)} s, + ${Math.round((most - before) / MB)} MB`,
        );
        expect(seconds).toBeLessThan(MOST_SECONDS);
        expect(most - before).toBeLessThan(MOST_GAINED);
        answers.push(answer.body);
      }
      return answers;
    };

  /** How many milliseconds the first page of each list takes. */
  const pagesOf = async (by: Actor): Promise<Record<string, number>> => {
    const took: Record<string, number> = {};
    for (const path of ['/people', '/tenures', '/posts', '/units']) {
      for (let time = 0; time < TIMES; time += 1) {
        const began = performance.now();
        const { status } = await api().as(by, 'get', `${path}?limit=50`);
        expect([path, status]).toEqual([path, 200]);
        took[path] = Math.min(took[path] ?? Infinity, performance.now() - began);
      }
    }
    return took;
  };
});
