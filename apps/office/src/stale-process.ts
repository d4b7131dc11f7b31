import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 10_000;

/** Keeps the process id for the next launcher, in case this one is killed; on a full disk the office goes on without. */
export function noteProcess(file: string, processId: number): void {
  try {
    writeFileSync(file, String(processId), { mode: 0o600 });
  } catch {
    rmSync(file, { force: true });
  }
}

/** Once it has ended by our own will. */
export function forgetProcess(file: string): void {
  rmSync(file, { force: true });
}

/**
 * Ends the process that an earlier launcher noted, if it still runs `program`: with SIGTERM, then with SIGKILL.
 * The system may have given its id to another process, so the program is looked up first. Where that is not possible
 * (outside Linux) nothing is ended.
 * @returns whether one was noted: its launcher was killed, and what belonged to it may take a while to be free.
 */
export async function endNotedProcess(file: string, program: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const processId = Number(readFileSync(file, 'utf8'));
  for (const [signal, waitMs] of [
    ['SIGTERM', GRACE_MS],
    ['SIGKILL', GRACE_MS],
  ] as const) {
    if (!runs(processId, program)) break;
    process.kill(processId, signal);
    for (const start = Date.now(); runs(processId, program) && Date.now() - start < waitMs;) await sleep(20);
  }
  forgetProcess(file);
  return true;
}

function runs(processId: number, program: string): boolean {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').split('\0').includes(program);
  } catch {
    return false;
  }
}
