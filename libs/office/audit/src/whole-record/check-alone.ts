import type { Progress } from '@patravali/child-process';
import type { Config } from '@patravali/config';
import { ReadingConnection } from '@patravali/database';
import type { SealedTable } from '@patravali/ledger';
import { openObjectStore, StoreUnavailable } from '@patravali/storage';
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
  const connection = await ReadingConnection.open(order.databaseUrl);
  try {
    const [taken] = await connection.query<{ alone: boolean }>(ALONE);
    if (!taken?.alone) return { refused: 'under-way', detail: '' };
    return { report: await checkWith(new Steps(connection, progress), order) };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { refused: 'store-unavailable', detail: String(error.cause) };
    throw error;
  } finally {
    await connection.end();
  }
}

async function checkWith(database: Steps, order: CheckOrder): Promise<RecordReport> {
  const store = openObjectStore(order);
  const since = order.whole ? null : await lastGood(database, store);
  return await checkRecord({ database, store, witness: order.witness, tables: order.tables }, since);
}

/** Statement after statement: each is a step that the parent is told of, so that it knows a long check from one that hangs. */
class Steps {
  private steps = 0;

  constructor(
    private readonly connection: ReadingConnection,
    private readonly progress: Progress,
  ) {}

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.progress(++this.steps);
    return await this.connection.query<Row>(sql, values);
  }
}
