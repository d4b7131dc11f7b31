import { extname, join } from 'node:path';
import { ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import type { KeyWork } from './key-child';

const KEY_CHILD = join(__dirname, `key-child${extname(__filename)}`);
const PROCESS = { memoryKb: 2_000_000, heapMb: 256, cpuSeconds: 30 };
/** Hashing a passphrase takes a second or two of the processor. */
const LIMITS: JobLimits = { processorMs: 30_000, wallMs: 5 * 60_000 };

/**
 * Keys are made and taken in once in a life: a short process for each spares the office forty megabytes of cryptography for good, and a file that
 * a stranger made ends with it. @throws ChildProcessFailed
 */
export async function withKeys<Kind extends keyof KeyWork>(
  kind: Kind,
  input: Parameters<KeyWork[Kind]>[0],
): Promise<Awaited<ReturnType<KeyWork[Kind]>>> {
  const queue = new ChildProcessQueue<KeyWork>({ file: KEY_CHILD, ...PROCESS, idleMs: 0, atOnce: 1 });
  try {
    return await queue.run(kind, input, LIMITS);
  } finally {
    await queue.close();
  }
}
