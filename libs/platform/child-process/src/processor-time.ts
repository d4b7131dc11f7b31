import { readFileSync } from 'node:fs';

/** Of the clock in which Linux tells processor time to programs. */
const TICKS_PER_SECOND = 100;
const MS_PER_TICK = 1000 / TICKS_PER_SECOND;
/** Places of a process's state and of its own time in user and system mode, counted from behind its name (proc_pid_stat(5): 3, 14 and 15). */
const [STATE, USER, SYSTEM] = [0, 11, 12];

/** Of one that runs or could run, of one that waits for the disk, and of one that somebody stopped. */
const KEPT_WAITING = ['R', 'D', 'T'];

/** The processor time that a process has had so far, in milliseconds; null where the system does not tell. */
export function processorTimeOf(processId: number | undefined): number | null {
  const fields = statOf(processId);
  return fields && (Number(fields[USER]) + Number(fields[SYSTEM])) * MS_PER_TICK;
}

/** Whether a process would go on if the machine let it; false where the system does not tell. */
export function isWaiting(processId: number | undefined): boolean {
  return KEPT_WAITING.includes(statOf(processId)?.[STATE] ?? '');
}

/** From its state on, which stands behind its name. */
function statOf(processId: number | undefined): string[] | null {
  if (processId === undefined || process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${String(processId)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
