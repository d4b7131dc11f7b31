import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Required by a child before its program: so it ends with the launcher, even one that was killed. */
export const END_WITH_LAUNCHER = join(__dirname, 'end-with-launcher.js');

/** Required by a child whose event loop is watched; it has an open file for its reports. */
export const WATCH_LOOP = join(__dirname, 'loop', 'watch-loop.js');

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Tells a child to end, and kills it when that takes too long. Resolves once it is gone. */
export async function endChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(graceMs, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await gone;
}
