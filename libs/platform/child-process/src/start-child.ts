import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export type ChildEntry = 'press-child' | 'compose-child' | 'key-child';

export interface ChildLimits {
  /** Address space in kilobytes; V8 reserves far more of it than it uses. */
  readonly memoryKb: number;
  /** JavaScript heap in megabytes: reached before the address space ends, it ends the process at once instead of in a minute of garbage collection. */
  readonly heapMb: number;
  /** Processor time of the whole life of the process; undefined for one that lives long. */
  readonly cpuSeconds?: number;
}

/** From the sources (tests) a small loader compiles the entry; in a build it stands beside this file as JavaScript. */
const FROM_SOURCE = __filename.endsWith('.ts');

/** Else glibc reserves address space for each thread, which counts against the limit. */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/**
 * Starts a child with its own memory and processor limits. Its environment is as good as empty: it handles what strangers wrote
 * and needs no secret of ours. Off Linux there is no `ulimit -v`, and only the wall clock of the caller limits it.
 */
export function startChild(entry: ChildEntry, { memoryKb, heapMb, cpuSeconds }: ChildLimits): ChildProcess {
  const entryFile = FROM_SOURCE
    ? [join(__dirname, '..', 'run-source.cjs'), join(__dirname, `${entry}.ts`)]
    : [join(__dirname, `${entry}.js`)];
  const program = [`--max-old-space-size=${heapMb}`, ...entryFile];
  const [command, args]: [string, string[]] =
    process.platform === 'linux'
      ? ['/bin/sh', ['-c', `${limits(memoryKb, cpuSeconds)} exec "$0" "$@"`, process.execPath, ...program]]
      : [process.execPath, program];
  return spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    ...(process.platform === 'win32' ? {} : { env: FEW_ARENAS }),
  });
}

const limits = (memoryKb: number, cpuSeconds?: number): string =>
  `ulimit -v ${memoryKb};${cpuSeconds === undefined ? '' : ` ulimit -t ${cpuSeconds};`}`;
