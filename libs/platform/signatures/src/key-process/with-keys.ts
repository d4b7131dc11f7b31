import { extname, join } from 'node:path';
import { CHILD_LANES, ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import type { KeyWork } from './key-child';

const KEY_CHILD = join(__dirname, `key-child${extname(__filename)}`);
const PROCESS = { memoryKb: 2_000_000, heapMb: 256, cpuSeconds: 30, usualMb: 80 };
/** Hashing a passphrase takes a second or two of the processor. */
const LIMITS: JobLimits = { processorMs: 30_000, wallMs: 5 * 60_000 };

/** Whoever sends it has no session. */
const LIMITS_OF: Partial<Record<keyof KeyWork, JobLimits>> = { eSignAnswer: { processorMs: 5_000, wallMs: 60_000 } };

const keys = new ChildProcessQueue<KeyWork>({
  file: KEY_CHILD,
  lane: CHILD_LANES.awaited,
  ...PROCESS,
  idleMs: 0,
  atOnce: 2,
  ofOneAtOnce: 1,
});

/**
 * Keys are made and taken in once in a life: a short process for each spares the office forty megabytes of cryptography for good, and a file that
 * a stranger made ends with it. @throws ChildProcessFailed; TooBusy when too many wait.
 */
export async function withKeys<Kind extends keyof KeyWork>(
  kind: Kind,
  input: Parameters<KeyWork[Kind]>[0],
): Promise<Awaited<ReturnType<KeyWork[Kind]>>> {
  return await keys.run(kind, input, LIMITS_OF[kind] ?? LIMITS);
}
