import { extname, join } from 'node:path';
import {
  CHILD_LANES,
  ChildProcessFailed,
  type ChildProcessFailure,
  ChildProcessQueue,
  type JobLimits,
} from '@patravali/child-process';
import { MOST_LIST_ROWS } from '@patravali/contract';
import { Refusal, type RefusalCode } from '@patravali/errors';
import type { TableFault, TableLimits } from '@patravali/spreadsheet';
import type { ListWork } from './list-child';

const LIST_CHILD = join(__dirname, `list-child${extname(__filename)}`);
const PROCESS = { memoryKb: 2_000_000, heapMb: 256, cpuSeconds: 20, usualMb: 90 };
const LIMITS: JobLimits = { processorMs: 15_000, wallMs: 2 * 60_000 };
export const LIST_LIMITS: TableLimits = { rows: MOST_LIST_ROWS + 1, columns: 100, unpackedBytes: 48 * 1024 * 1024 };

const lists = new ChildProcessQueue<ListWork>({
  file: LIST_CHILD,
  lane: CHILD_LANES.awaited,
  ...PROCESS,
  idleMs: 0,
  atOnce: 1,
  ofOneAtOnce: 1,
});

const REFUSED: Readonly<Record<TableFault, RefusalCode>> = {
  unreadable: 'list-unreadable',
  'too-large': 'list-too-large',
  'not-plain': 'list-not-plain',
};

/** It took more memory or time than any list needs, or it was not what it seemed. */
const OF_PROCESS: Partial<Record<ChildProcessFailure, RefusalCode>> = {
  died: 'list-too-large',
  late: 'list-too-large',
  unfit: 'list-unreadable',
};
const LIST_SIZE = { rows: MOST_LIST_ROWS };

/**
 * The table in a file that somebody handed in, read by a process of its own that ends with it, whatever the file makes of it.
 * @throws Refusal `list-unreadable`, `list-too-large`, `list-not-plain`, `list-unread`; `too-busy`
 */
export async function readUploaded(base64: string): Promise<readonly (readonly string[])[]> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const read = await lists.run('read', { bytes, limits: LIST_LIMITS }, LIMITS).catch((error: unknown) => {
    if (!(error instanceof ChildProcessFailed)) throw error;
    throw new Refusal(OF_PROCESS[error.reason] ?? 'list-unread', LIST_SIZE, { cause: error });
  });
  if ('table' in read) return read.table;
  throw new Refusal(REFUSED[read.fault], LIST_SIZE);
}
