import type { Config } from '@patravali/config';
import { select } from '@patravali/database';
import { Organisation } from '@patravali/organisation';
import {
  applicationDataSource,
  LaterMigrations,
  migrate,
  migrateAsFarAs,
  migrationsLike,
  ownerDataSource,
} from '@patravali/schema';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { schemaRefusal } from '../preparation/schema-refusal';
import { LauncherRefusal } from '../parts/sentences';
import type { BackupFolder } from './backup-folder';
import { withOwner } from './connect';
import { loadRows } from './load-rows';
import type { Manifest } from './manifest';

/**
 * Puts the rows of a backup into an empty database, then brings them to this version. The rows come in
 * one transaction: after a failure the database is as empty as before, and restoring may be tried again.
 * @throws LauncherRefusal
 */
export async function restoreRows(config: Config, backup: BackupFolder): Promise<void> {
  const { manifest, rows } = await backup.read();
  await refuseOverwriting(config.databaseUrl, migrationsOf(manifest));
  await migrateAsFarAs(config.databaseUrl, manifest.migrations);
  await withQueue(config.databaseUrl, (queue) =>
    withOwner(config.databaseUrl, (owner) => loadRows(owner, queue, rows, manifest)),
  ).catch((error: unknown) => {
    throw new LauncherRefusal('backupDamaged', { reason: (error as Error).message });
  });
  await migrate(config.databaseUrl);
  await readAsApplication(config.databaseUrl, manifest);
}

/** The names of the migrations with which this version comes to the schema of the rows. @throws LauncherRefusal */
function migrationsOf({ migrations }: Manifest): string[] {
  try {
    return migrationsLike(migrations).map(({ name }) => name);
  } catch (error) {
    if (error instanceof LaterMigrations) throw new LauncherRefusal('backupOfLaterVersion');
    throw schemaRefusal(error) ?? error;
  }
}

/** Only a database without any table, or with ours in the schema of the rows and no office in them. */
async function refuseOverwriting(databaseUrl: string, migrations: readonly string[]): Promise<void> {
  const owner = await ownerDataSource(databaseUrl).initialize();
  try {
    const tables = await select(owner, z.object({ name: z.string() }), TABLES);
    if (tables.length === 0) return;
    const known = tables.some(({ name }) => name === 'migrations') ? await select(owner, Migrated, MIGRATED) : null;
    const isOurs = known?.every(({ name }) => migrations.includes(name)) ?? false;
    if (!isOurs || (known?.length && (await owner.manager.existsBy(Organisation, {})))) {
      throw new LauncherRefusal('restoreNeedsEmpty');
    }
  } finally {
    await owner.destroy();
  }
}

const TABLES = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`;
const MIGRATED = 'SELECT name FROM migrations';
const Migrated = z.object({ name: z.string() });

async function withQueue(databaseUrl: string, work: (queue: PgBoss) => Promise<void>): Promise<void> {
  const queue = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  queue.on('error', () => undefined);
  await queue.start();
  await work(queue).finally(() => queue.stop({ graceful: false }));
}

/** In the role in which the office works: rights are what a restoring most often lacks. */
async function readAsApplication(databaseUrl: string, { tables }: Manifest): Promise<void> {
  const application = await applicationDataSource(databaseUrl, { size: 1 }).initialize();
  try {
    for (const { name } of tables) await application.query(`SELECT FROM "${name}" LIMIT 1`);
  } finally {
    await application.destroy();
  }
}
