import { select } from '@patravali/database';
import { STORED_BYTES, StoredBytes } from '@patravali/documents';
import { holdLog } from '@patravali/ledger';
import { type Digest, toSha256 } from '@patravali/storage';
import { z } from 'zod';
import { type Owner, withOwner } from './connect';
import { Manifest, TableRows } from './manifest';
import { writeRows } from './row-file';

/** Rows that a fetch brings: some hold long notes. */
const FETCH = 200;

export interface DumpedRows<Log> {
  readonly manifest: Omit<Manifest, 'format' | 'log' | 'key' | 'settingsKey'>;
  /** Every document that a row names. */
  readonly documents: readonly Digest[];
  readonly log: Log;
}

/**
 * Writes every row of the office, as all of them stood at one moment, the jobs that wait, and a list of the documents. Nobody
 * waits for it.
 * @param readLog is called at that moment, while nobody publishes the log.
 */
export async function dumpRows<Log>(
  databaseUrl: string,
  folder: string,
  readLog: (rows: Owner) => Promise<Log>,
): Promise<DumpedRows<Log>> {
  return await withOwner(databaseUrl, async (owner) => {
    const { state, log } = await holdingLog(databaseUrl, async () => {
      await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const [first] = await select(owner, Manifest.pick({ takenAt: true, postgres: true, migrations: true }), STATE);
      if (!first) throw new Error('the database does not tell its state');
      return { state: first, log: await readLog(owner) };
    });
    const tables: TableRows[] = [];
    for (const { name, columns } of await select(owner, TableRows.pick({ name: true, columns: true }), TABLES)) {
      const quoted = columns.map((column) => owner.quoted(column)).join(', ');
      const rows = fetched(owner, `SELECT t::text AS row FROM (SELECT ${quoted} FROM ${owner.quoted(name)}) t`);
      tables.push({ name, columns, ...(await writeRows(folder, name, rows)) });
    }
    const jobs = await writeRows(folder, JOBS_FILE, fetched(owner, LIVE_JOBS));
    const named = await select(owner, StoredBytes, STORED_BYTES);
    const documents = named.map(({ sha256, size }) => ({ sha256: toSha256(sha256), size }));
    const listed = await writeRows(folder, DOCUMENTS_FILE, [documents.map(lineOfDocument)]);
    const bytes = documents.reduce((sum, { size }) => sum + size, 0);
    return {
      manifest: { ...state, tables, jobs, documents: { count: listed.rows, bytes, sha256: listed.sha256 } },
      documents,
      log,
    };
  });
}

/** No table bears such names. */
export const JOBS_FILE = '-jobs';
export const DOCUMENTS_FILE = '-documents';

const lineOfDocument = ({ sha256, size }: Digest): string => `${sha256} ${size}`;

/** A document of the list. */
export function documentIn(line: string): Digest {
  const [sha256 = '', size] = line.split(' ');
  return { sha256: toSha256(sha256), size: Number(size) };
}

/** The log is held for a moment: events that come meanwhile wait for their places, and no person does. */
async function holdingLog<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  return await withOwner(databaseUrl, async (holder) => {
    await holder.query('BEGIN');
    await holdLog(holder);
    return await work();
  });
}

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
