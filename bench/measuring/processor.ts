import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock a second, on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time that a process and its children have used so far, in milliseconds; Linux only. */
export function processorTime(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksOf(each), 0) * (1000 / TICKS);
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system time, also of children that have ended.
    return [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
  } catch {
    return 0;
  }
}

/** All that a process has started, and what that has. */
export function childrenOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found: number[] = [];
  for (let above = [pid]; above.length > 0;) {
    above = [...parents].filter(([, parent]) => above.includes(parent)).map(([each]) => each);
    found.push(...above);
  }
  return found;
}

/** Proportional share of memory of these processes, in MiB; Linux only. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
      return sum + Number(kib ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}
