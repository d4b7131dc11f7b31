import { comeLast, type Progress } from '@patravali/child-process';
import type { Config } from '@patravali/config';
import { ReadingConnection, select, servingProcess } from '@patravali/database';
import type { SealedTable } from '@patravali/ledger';
import { openObjectStore, StoreUnavailable } from '@patravali/storage';
import { z } from 'zod';
import { checkRecord, type RecordReport } from './check-record';
import { lastGood } from './last-good';

export interface CheckOrder extends Pick<Config, 'databaseUrl' | 's3' | 'dataFolder' | 'witness'> {
  /** All of it; else what has grown since the last check that found all right, if there is one. */
  readonly whole: boolean;
  readonly tables: readonly SealedTable[];
  /** Somebody waits for it. */
  readonly isAwaited: boolean;
}

/** `under-way`: another process checks the record of this database. */
export type CheckAnswer =
  { readonly report: RecordReport } | { readonly refused: 'under-way' | 'store-unavailable'; readonly detail: string };

const ALONE = `SELECT pg_try_advisory_lock(hashtextextended('patravali check of the record', 0)) AS alone`;

/** Checks the record as long as nobody else does so, with a connection of its own. */
export async function checkAlone(order: CheckOrder, progress: Progress): Promise<CheckAnswer> {
  let steps = 0;
  // Each is a step that the parent is told of, so that it knows a long check from one that hangs.
  const connection = await ReadingConnection.open(order.databaseUrl, () => progress(++steps));
  try {
    // Nor does the database hurry for it, where it runs beside us.
    const serving = order.isAwaited ? null : await servingProcess(connection);
    if (serving !== null) comeLast(serving);
    const [taken] = await select(connection, z.object({ alone: z.boolean() }), ALONE);
    if (!taken?.alone) return { refused: 'under-way', detail: '' };
    return { report: await checkWith(connection, order) };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { refused: 'store-unavailable', detail: String(error.cause) };
    throw error;
  } finally {
    await connection.end();
  }
}

async function checkWith(database: ReadingConnection, order: CheckOrder): Promise<RecordReport> {
  const store = openObjectStore(order);
  const since = order.whole ? null : await lastGood(database, store);
  return await checkRecord({ database, store, witness: order.witness, tables: order.tables }, since);
}
