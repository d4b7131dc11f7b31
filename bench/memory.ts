import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf, memoryOf } from './measuring/processor';

const GOAL_MIB = 500;
const SAMPLES = 10;

interface Share {
  readonly command: string;
  readonly mib: number;
}

/**
 * The memory of a running office at rest: the proportional share (PSS) of the launcher and of everything it started,
 * which counts shared pages once. Linux only; `node bench/run.cjs memory.ts <process id of the launcher>`.
 */
async function main(): Promise<void> {
  const launcher = Number(process.argv[3]);
  if (!Number.isInteger(launcher)) throw new Error('Give the process id of the launcher');
  let most: Share[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const shares = [launcher, ...childrenOf(launcher)].flatMap(shareOf);
    if (total(shares) > total(most)) most = shares;
    await sleep(1000);
  }
  for (const { command, mib } of most) console.log(`${mib.toFixed(1).padStart(8)} MiB  ${command}`);
  console.log(`${total(most).toFixed(1).padStart(8)} MiB  in ${most.length} processes; the goal is ${GOAL_MIB} MiB`);
}

function shareOf(id: number): Share[] {
  const mib = memoryOf([id]);
  const command = read(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 90);
  return mib > 0 ? [{ command, mib }] : [];
}

/** Empty when the process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function total(shares: readonly Share[]): number {
  return shares.reduce((sum, { mib }) => sum + mib, 0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
