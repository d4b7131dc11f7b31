import { readFileSync } from 'node:fs';

/** Of the clock in which Linux tells processor time to programs. */
const TICKS_PER_SECOND = 100;
const MS_PER_TICK = 1000 / TICKS_PER_SECOND;
/** Places of a process's own time in user and system mode, counted from behind its name (proc_pid_stat(5): 14 and 15). */
const [USER, SYSTEM] = [11, 12];

/** The processor time that a process has had so far, in milliseconds; null where the system does not tell. */
export function processorTimeOf(processId: number | undefined): number | null {
  if (processId === undefined || process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${String(processId)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER]) + Number(fields[SYSTEM])) * MS_PER_TICK;
  } catch {
    return null;
  }
}
