import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measure } from '../measuring/measure';
import { row } from '../measuring/pairs';
import { childrenOf, memoryOf } from '../measuring/processor';
import { CHECKOUT } from '../office/build';
import { onLinuxOnly, type Section } from './section';

const START: Measure = {
  name: 'second start until ready',
  unit: 's',
  goal: { must: 3, aim: 2, atMost: true },
};
const MEMORY: Measure = {
  name: 'memory at rest: launcher, database, server and what they started',
  unit: 'MiB',
  goal: { must: 300, aim: 250, atMost: true },
};
const WITH_NPM: Measure = { name: 'the same with npm, which waits for them', unit: 'MiB' };
/** `rests`: after so many of the starts. */
const WHOLE = { starts: 5, rests: 2, restMs: 20_000, demo: 'small' };

/** `npm start` on a folder in which an office has worked before: until it says its address, and what it all takes at rest. */
export const start: Section<typeof WHOLE> = {
  name: 'start',
  needs: [],
  measures: [START, MEMORY, WITH_NPM],
  whole: WHOLE,
  least: { starts: 1, rests: 1, restMs: 100, demo: 'off' },
  lacks: onLinuxOnly,
  async measure({ folder }, { starts, rests, restMs, demo }) {
    const data = mkdtempSync(join(folder, 'started-'));
    const seconds: number[] = [];
    const rest: number[] = [];
    const withNpm: number[] = [];
    await end((await startOffice(data, demo)).launcher);
    for (let time = 0; time < starts; time++) {
      const { launcher, tookMs } = await startOffice(data, demo);
      seconds.push(tookMs / 1000);
      if (time >= starts - rests) {
        await sleep(restMs);
        const pid = launcher.pid ?? 0;
        rest.push(memoryOf(childrenOf(pid)));
        withNpm.push(memoryOf([pid, ...childrenOf(pid)]));
      }
      await end(launcher);
    }
    rmSync(data, { recursive: true, force: true });
    return [
      row(START, seconds, '`npm start` until the address is printed'),
      row(MEMORY, rest, 'proportional shares'),
      row(WITH_NPM, withNpm, 'proportional shares'),
    ];
  },
};

async function startOffice(data: string, demo: string): Promise<{ launcher: ChildProcess; tookMs: number }> {
  const begin = performance.now();
  const environment = {
    ...process.env,
    PATRAVALI_DATA: data,
    PATRAVALI_DEMO: demo,
    PORT: '0',
    NODE_ENV: '',
    LANG: 'en',
  };
  const launcher = spawn('npm', ['start'], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
    detached: true,
  });
  const ended = once(launcher, 'exit').then(() => null);
  for (let said = ''; !/http:\/\/\S+/.test(said);) {
    const heard = await Promise.race([once(launcher.stdout, 'data') as Promise<[Buffer]>, ended]);
    if (!heard) throw new Error(`The office did not open: ${said}`);
    said += heard[0].toString();
  }
  return { launcher, tookMs: performance.now() - begin };
}

/** As a terminal does on Ctrl-C. */
async function end(launcher: ChildProcess): Promise<void> {
  const gone = once(launcher, 'exit');
  process.kill(-(launcher.pid ?? 0), 'SIGINT');
  await gone;
}
