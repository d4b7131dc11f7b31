import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@patravali/schema';
import { Client, type DatabaseError } from 'pg';
import { runFolder, sharedServerUrl } from './cluster';

export interface TestDatabase {
  /** Connection string of the owner, who migrates and may do everything in it. */
  readonly ownerUrl: string;
  /** The same database as the application sees it: lowered to its own role. */
  readonly appUrl: string;
}

/** Page by page, a copy would also go into the write-ahead log, which nobody reads here. */
const AS_FILES = 'STRATEGY file_copy';
const LOCK = 7_282_540;
const LEAVE_WITHIN_MS = 3000;
const NOT_PERMITTED = '42501';

/** Gives a spec file a migrated, empty database of its own, for as long as its tests run. */
export function useDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined;
  const name = `office_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    const ownerUrl = await copyDatabase(await migratedTemplate(), name);
    database = { ownerUrl, appUrl: asApplication(ownerUrl) };
  }, 120_000);
  afterAll(async () => {
    if (database) await dropDatabase(name);
  }, 60_000);

  return () => {
    if (!database) throw new Error('the database is there once beforeAll has run');
    return database;
  };
}

/** The owner's connection string, lowered to the application's role for each session. */
export function asApplication(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set('options', '-c role=patravali_app');
  return url.href.replaceAll('+', '%20');
}

/** Migrates once a run, whichever spec comes first. */
export const migratedTemplate = (): Promise<string> => templateOfRun('template', migrate);

/**
 * A database of the shared server that each spec may copy, filled once a run, whichever spec comes first; it takes its
 * name only when it is complete.
 * @param from what it begins with, a template too.
 */
export async function templateOfRun(
  kind: string,
  fill: (ownerUrl: string) => Promise<void>,
  from = 'template1',
): Promise<string> {
  const server = await sharedServerUrl();
  const run = basename(runFolder())
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase();
  const [template, unfinished] = [`${kind}_${run}`, `unfinished_${kind}_${run}`];
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK, kind]);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount) return template;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE ${from} ${AS_FILES}`);
    await fill(at(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    return template;
  } finally {
    await client.end();
  }
}

/** @returns the owner's connection string. */
export async function copyDatabase(template: string, name: string): Promise<string> {
  const server = await sharedServerUrl();
  await query(server, `CREATE DATABASE ${name} TEMPLATE ${template} ${AS_FILES}`);
  return at(server, name);
}

/** Once everybody has left it. */
export async function dropDatabase(name: string): Promise<void> {
  await untilAllLeft(await sharedServerUrl(), name);
  await drop(await sharedServerUrl(), name);
}

/** A pool says that it has ended before the server knows; a connection thrown out then fails whatever test is running. */
async function untilAllLeft(server: string, database: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    for (const start = Date.now(); Date.now() - start < LEAVE_WITHIN_MS;) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [database]);
      if (!rowCount) return;
      await sleep(20);
    }
  } finally {
    await client.end();
  }
}

/** While the server tidies the database up by itself nobody but a superuser may throw it out; that takes moments. */
async function drop(server: string, database: string, attempts = 20): Promise<void> {
  try {
    await query(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  } catch (error) {
    if (attempts === 0 || (error as DatabaseError).code !== NOT_PERMITTED) throw error;
    await sleep(250);
    await drop(server, database, attempts - 1);
  }
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
