import { select } from '@patravali/database';
import { STORED_BYTES, StoredBytes } from '@patravali/documents';
import { type Digest, toSha256 } from '@patravali/storage';
import { z } from 'zod';
import { type Owner, withOwner } from './connect';
import { Manifest, TableRows } from './manifest';
import { writeRows } from './row-file';

/** Rows that a fetch brings: some hold long notes. */
const FETCH = 200;

export interface DumpedRows {
  readonly manifest: Omit<Manifest, 'format' | 'documents'>;
  /** Every document that a row names. */
  readonly documents: readonly Digest[];
}

/** Writes every row of the office, as all of them stood at one moment, and the jobs that wait. Nobody waits for it. */
export async function dumpRows(databaseUrl: string, folder: string): Promise<DumpedRows> {
  return await withOwner(databaseUrl, async (owner) => {
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [state] = await select(owner, Manifest.pick({ takenAt: true, postgres: true, migrations: true }), STATE);
    if (!state) throw new Error('the database does not tell its state');
    const tables: TableRows[] = [];
    for (const { name, columns } of await select(owner, TableRows.pick({ name: true, columns: true }), TABLES)) {
      const quoted = columns.map((column) => owner.quoted(column)).join(', ');
      const rows = fetched(owner, `SELECT t::text AS row FROM (SELECT ${quoted} FROM ${owner.quoted(name)}) t`);
      tables.push({ name, columns, ...(await writeRows(folder, name, rows)) });
    }
    const jobs = await writeRows(folder, JOBS_FILE, fetched(owner, LIVE_JOBS));
    const documents = await select(owner, StoredBytes, STORED_BYTES);
    return {
      manifest: { ...state, tables, jobs },
      documents: documents.map(({ sha256, size }) => ({ sha256: toSha256(sha256), size })),
    };
  });
}

/** No table bears such a name. */
export const JOBS_FILE = '-jobs';

const STATE = `
  SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "takenAt",
    current_setting('server_version') AS postgres, (SELECT array_agg(name ORDER BY id) FROM migrations) AS migrations`;

/** Which migrations have run is told by the manifest; restoring runs them. */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

/**
 * As the queue takes them again. A job that was being done is done again: each must bear that. The queue's own
 * (the minute's call of the timetable) are left out: it makes them anew.
 */
const LIVE_JOBS = `
  SELECT jsonb_build_object('name', name, 'job', jsonb_strip_nulls(jsonb_build_object('id', id, 'data', data,
    'priority', priority, 'retryLimit', retry_limit, 'retryDelay', retry_delay, 'retryBackoff', retry_backoff,
    'retryDelayMax', retry_delay_max, 'startAfter', start_after, 'singletonKey', singleton_key,
    'expireInSeconds', expire_seconds, 'heartbeatSeconds', heartbeat_seconds)))::text AS row
  FROM pgboss.job WHERE state < 'completed' AND NOT starts_with(name, '__pgboss__')`;

async function* fetched(owner: Owner, sql: string): AsyncIterable<string[]> {
  await owner.query(`DECLARE fetched NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await select(owner, z.object({ row: z.string() }), `FETCH ${FETCH} FROM fetched`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await owner.query('CLOSE fetched');
}
