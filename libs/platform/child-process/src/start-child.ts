import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { ProcessPlace } from './lanes/process-room';

export interface ChildLimits {
  /** Address space in kilobytes; Node reserves more than a gigabyte of it before it does anything. */
  readonly memoryKb: number;
  /** JavaScript heap in megabytes: reached before the address space ends, it ends the process at once instead of in a minute of garbage collection. */
  readonly heapMb: number;
  /** Processor time of the whole life of the process; undefined for one that lives long. */
  readonly cpuSeconds?: number;
  /** Stands behind whatever else the machine does, the database with it, and leaves a processor free: for what a person sends off and waits for. */
  readonly givesWay?: boolean;
}

/**
 * As good as none: a child handles what strangers wrote and needs no secret of ours. The one variable keeps glibc from
 * reserving address space for each thread, which counts against the limit.
 */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

/** What Node is given to run a file: in a build the file itself, from the sources (tests) a loader that compiles it. */
export const entryOf = (file: string): string[] =>
  file.endsWith('.ts') ? [join(__dirname, '..', 'run-source.cjs'), file] : [file];

/**
 * Starts Node as a child with its own memory and processor limits, behind whoever waits for a page when both want the
 * processor. macOS has no limit of address space and says so; Windows has neither limit: there the heap and the clock of
 * the caller limit it.
 */
function startChild(program: readonly string[], limits: ChildLimits, stdio: StdioOptions): ChildProcess {
  const node = [process.execPath, `--max-old-space-size=${limits.heapMb}`, ...program];
  const onWindows = process.platform === 'win32';
  const [command = process.execPath, ...parameters] = onWindows ? node : limited(node, limits);
  const child = spawn(command, parameters, {
    stdio,
    env: ENVIRONMENT,
    serialization: 'advanced',
    windowsHide: true,
    detached: limits.givesWay === true && process.platform === 'linux',
  });
  if (onWindows && child.pid !== undefined) putBehind(child.pid);
  return child;
}

/** The same, in a place that was found for it. @param onOvergrown ends it when all of them together take too much. */
export function startChildIn(
  place: ProcessPlace,
  onOvergrown: (child: ChildProcess) => void,
  ...what: Parameters<typeof startChild>
): ChildProcess {
  try {
    const child = startChild(...what);
    place.begin(child.pid, () => onOvergrown(child));
    return child;
  } catch (error) {
    place.leave();
    throw error;
  }
}

/** Windows gives a process one priority; elsewhere each thread has its own, so it is set before the first begins. */
function putBehind(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended by now, or the system does not allow it: the work is the same.
  }
}

/** Of a busy processor a child gets a tenth of what a process beside it gets; of an idle one, all. */
const NICELY = 'command -v nice >/dev/null && exec nice -n 10 "$@"; ';
/**
 * Linux shares a processor out among sessions first, and only within one does it ask who is nice: in ours a child would take
 * its full share from the database, which has another. So it gets a session of its own, which gets a third of what another gets.
 * Told more than ten times a second, Linux refuses.
 */
const SESSION = '/proc/self/autogroup';
const NICE_SESSION = `if [ -w ${SESSION} ]; then { echo 5 >${SESSION} || { sleep 0.1; echo 5 >${SESSION}; }; } 2>/dev/null; fi; `;

/** The first limit of processor time sends SIGXCPU, which nobody else does; the last one kills whatever ignores that. */
const KILLED_LATER_SECONDS = 5;

function limited(command: readonly string[], { memoryKb, cpuSeconds, givesWay }: ChildLimits): string[] {
  const processor =
    cpuSeconds === undefined ? '' : `ulimit -S -t ${cpuSeconds}; ulimit -H -t ${cpuSeconds + KILLED_LATER_SECONDS}; `;
  const place = givesWay ? NICE_SESSION + leavingOne() : '';
  const script = `${place}ulimit -c 0; ulimit -v ${memoryKb}; ${processor}${NICELY}exec "$@"`;
  return ['/bin/sh', '-c', script, 'child', ...command];
}

/**
 * One processor is kept free of children, for those who wait for a page: however nice a child is, whoever wakes beside it may
 * wait for some milliseconds, and a request wakes a dozen times.
 */
function leavingOne(): string {
  const [, ...others] = processors();
  return others.length > 0 ? `taskset -p -c ${others.join(',')} $$ >/dev/null 2>&1; ` : '';
}

/** Those that this process may use; none where the system does not tell. */
function processors(): number[] {
  if (process.platform !== 'linux') return [];
  const status = readFileSync('/proc/self/status', 'utf8');
  const ranges = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(status)?.[1]?.split(',') ?? [];
  return ranges.flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
