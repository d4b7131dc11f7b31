import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Row, row } from '../measuring/pairs';
import { childrenOf, memoryOf } from '../measuring/processor';
import { CHECKOUT } from '../office/build';
import type { Section } from './section';

const STARTS = 5;
const REST_MS = 20_000;
const START_GOAL = { must: 3, aim: 2, atMost: true };
const MEMORY_GOAL = { must: 300, aim: 250, atMost: true };

/** `npm start` on a folder in which an office has worked before: until it says its address, and what it all takes at rest. */
export const start: Section = {
  name: 'start',
  needs: [],
  async measure({ folder }) {
    const data = mkdtempSync(join(folder, 'started-'));
    const seconds: number[] = [];
    const rest: number[] = [];
    let npm = 0;
    await end((await startOffice(data)).launcher);
    for (let time = 0; time < STARTS; time++) {
      const { launcher, tookMs } = await startOffice(data);
      seconds.push(tookMs / 1000);
      if (time >= STARTS - 2) {
        await sleep(REST_MS);
        const pid = launcher.pid ?? 0;
        npm = memoryOf([pid]);
        rest.push(memoryOf(childrenOf(pid)));
      }
      await end(launcher);
    }
    rmSync(data, { recursive: true, force: true });
    const rows: Row[] = [
      row('second start to ready, seconds', seconds, '`npm start` until the address is printed', START_GOAL),
      row(
        'memory at rest, MiB',
        rest,
        `launcher, database, server and what they started; npm itself ${npm.toFixed(0)} more`,
        MEMORY_GOAL,
      ),
    ];
    return rows;
  },
};

async function startOffice(data: string): Promise<{ launcher: ChildProcess; tookMs: number }> {
  const begin = performance.now();
  const environment = {
    ...process.env,
    PATRAVALI_DATA: data,
    PATRAVALI_DEMO: 'small',
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
  for (let said = ''; !/http:\/\/\S+/.test(said);) {
    const [chunk] = (await once(launcher.stdout, 'data')) as [Buffer];
    said += chunk.toString();
  }
  return { launcher, tookMs: performance.now() - begin };
}

/** As a terminal does on Ctrl-C. */
async function end(launcher: ChildProcess): Promise<void> {
  const gone = once(launcher, 'exit');
  process.kill(-(launcher.pid ?? 0), 'SIGINT');
  await gone;
}
