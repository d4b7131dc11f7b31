import { QUEUE_OPTIONS } from '@patravali/database';
import { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { prepareApplicationRole } from './application-role';
import { aloneAsOwner } from './as-owner';
import { migrationsLike } from './baseline/known-migrations';
import { bringUpSchema } from './bring-up';
import { ownerDataSource } from './data-source';
import { QUEUES, RETIRED_QUEUES } from './queues';
import { renewRights } from './renew-rights';

/**
 * Brings the database to the schema of this version: the office's tables, then the job queue's, then what the
 * application's role may do in them. Safe to run again.
 * @throws UnfitDatabase when the cluster does not sort and search Hindi; RoleOutOfReach; what `bringUpSchema` throws.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const owner = ownerDataSource(databaseUrl);
  await aloneAsOwner(owner, async () => {
    await refuseUnfitDatabase(owner);
    await prepareApplicationRole(owner);
    await bringUpSchema(owner);
    await prepareJobQueue(databaseUrl);
    await renewRights(owner);
  });
}

/**
 * Brings an empty database to the schema in which the rows of a backup were written.
 * @param ran the migrations that had run then.
 * @throws OlderSchema, LaterMigrations, besides what `migrate` throws.
 */
export async function migrateAsFarAs(databaseUrl: string, ran: readonly string[]): Promise<void> {
  const owner = ownerDataSource(databaseUrl, migrationsLike(ran));
  await aloneAsOwner(owner, async () => {
    await refuseUnfitDatabase(owner);
    await prepareApplicationRole(owner);
    await owner.runMigrations();
    await prepareJobQueue(databaseUrl);
  });
}

export class UnfitDatabase extends Error {
  constructor(readonly found: { encoding: string; ctype: string }) {
    super(`The database must be UTF-8 with a locale that knows Devanagari, not ${found.encoding} with ${found.ctype}`);
    this.name = 'UnfitDatabase';
  }
}

/** A word with vowel signs and a virama, as PostgreSQL escapes it. */
const SOME_HINDI = String.raw`\0928\093F\0930\094D\0923\092F`;

/** In a "C" cluster trigram search finds no Hindi: the letters of the search must be letters to the database. */
async function refuseUnfitDatabase(owner: DataSource): Promise<void> {
  await owner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const [found] = await owner.query<{ encoding: string; ctype: string; finds_hindi: boolean }[]>(`
    SELECT current_setting('server_encoding') AS encoding, datctype AS ctype,
      cardinality(show_trgm(U&'${SOME_HINDI}')) > 0 AS finds_hindi
    FROM pg_database WHERE datname = current_database()`);
  if (found && (found.encoding !== 'UTF8' || !found.finds_hindi)) throw new UnfitDatabase(found);
}

async function prepareJobQueue(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const { name } of QUEUES) {
      await boss.createQueue(name, QUEUE_OPTIONS);
      // One of an earlier version has the options of then.
      await boss.updateQueue(name, QUEUE_OPTIONS);
    }
    for (const name of RETIRED_QUEUES) await boss.deleteQueue(name);
  } finally {
    await boss.stop({ graceful: false });
  }
}
