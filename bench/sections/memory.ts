import { setTimeout as sleep } from 'node:timers/promises';
import { actsPerSecond } from '../measuring/load';
import { type Row, row } from '../measuring/pairs';
import { memoryOf } from '../measuring/processor';
import type { BenchOffice } from '../office/bench-office';
import { CLERK, HEAD, postId } from '../office/people';
import type { Section } from './section';

const REST_MS = 10_000;
const BUSY_MS = 60_000;
const CLERKS = 8;
const TIMES = 2;
const GOAL = { must: 1.2, aim: 1.1, atMost: true };

/** What the server's process keeps after a minute of eight clerks who never rest, against what it had before. */
export const memory: Section = {
  name: 'memory',
  needs: [],
  async measure({ large }) {
    const [ratios, before, after]: [number[], number[], number[]] = [[], [], []];
    for (let time = 0; time < TIMES; time++) {
      await large.open();
      await sleep(REST_MS);
      const atRest = memoryOf([large.pid]);
      await clerksAtWork(large);
      await sleep(REST_MS);
      const then = memoryOf([large.pid]);
      await large.close();
      ratios.push(then / atRest);
      before.push(atRest);
      after.push(then);
    }
    const mib = (values: number[]) => values.map((value) => value.toFixed(0)).join(', ');
    const rows: Row[] = [
      row(
        'memory of the api after a minute of eight clerks ÷ at rest',
        ratios,
        `${mib(before)} → ${mib(after)} MiB`,
        GOAL,
      ),
    ];
    return rows;
  },
};

/** Desk, file, notes, search, and every tenth time a forward. */
async function clerksAtWork(office: BenchOffice): Promise<void> {
  const { items } = await office.json<{ items: { id: string }[] }>(CLERK, '/files?limit=200');
  let turn = 0;
  await actsPerSecond(CLERKS, BUSY_MS, async () => {
    const file = items[turn++ % items.length]?.id ?? '';
    await office.ask(CLERK, '/desk');
    await office.ask(CLERK, '/desk/inbox');
    for (const part of ['', '/notes', '/movements', '/history']) await office.ask(CLERK, `/files/${file}${part}`);
    await office.ask(CLERK, `/files?q=${encodeURIComponent('पेंशन')}`);
    if (turn % 10 !== 0) return;
    // Whoever does not hold it is refused, which is work too.
    const body = { toPostId: postId(HEAD), remarks: 'कृपया देखें' };
    await office.ask(CLERK, `/files/${file}/forward`, { method: 'POST', body }).catch(() => undefined);
  });
}
