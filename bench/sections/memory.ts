import { setTimeout as sleep } from 'node:timers/promises';
import { actsPerSecond } from '../measuring/load';
import type { Measure } from '../measuring/measure';
import { median, row } from '../measuring/pairs';
import { memoryOf } from '../measuring/processor';
import type { BenchOffice } from '../office/bench-office';
import { CLERK, HEAD, postId } from '../office/people';
import { onLinuxOnly, type Section } from './section';

const CLERKS = 8;
const MEMORY: Measure = {
  name: 'memory of the server after a minute of eight clerks ÷ after its start',
  goal: { must: 1.2, aim: 1.1, atMost: true },
};
const WHOLE = { restMs: 10_000, busyMs: 60_000, times: 2 };

/** What the server's process keeps after a minute of eight clerks who never rest, against what it had before. */
export const memory: Section<typeof WHOLE> = {
  name: 'memory',
  needs: [],
  measures: [MEMORY],
  whole: WHOLE,
  least: { restMs: 100, busyMs: 200, times: 1 },
  lacks: onLinuxOnly,
  async measure({ large }, { restMs, busyMs, times }) {
    const [ratios, before, after]: [number[], number[], number[]] = [[], [], []];
    for (let time = 0; time < times; time++) {
      await large.open();
      await sleep(restMs);
      const atRest = memoryOf([large.pid]);
      await clerksAtWork(large, busyMs);
      await sleep(restMs);
      const then = memoryOf([large.pid]);
      await large.close();
      ratios.push(then / atRest);
      before.push(atRest);
      after.push(then);
    }
    const mib = (values: number[]) => values.map((value) => value.toFixed(0)).join(', ');
    return [row(MEMORY, ratios, `${mib(before)} → ${mib(after)} MiB`, { ours: { value: median(after), unit: 'MiB' } })];
  },
};

/** Desk, file, notes, search, and every tenth time a forward. */
async function clerksAtWork(office: BenchOffice, busyMs: number): Promise<void> {
  const { items } = await office.json<{ items: { id: string }[] }>(CLERK, '/files?limit=200');
  let turn = 0;
  await actsPerSecond(CLERKS, busyMs, async () => {
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
