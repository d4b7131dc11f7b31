import { ownerDataSource } from '@patravali/schema';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

interface Edit {
  readonly migration: string;
  /** What the migration says since the commit, and what it said before. */
  readonly now: string;
  readonly before: string;
}

/** The edits of bcc94b8 and c070942, made in the migrations themselves because nothing had been released yet. */
const EDITS: readonly Edit[] = [
  {
    migration: 'People1790000000001',
    now: 'CREATE FUNCTION india_today()',
    before: 'CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE FUNCTION india_today()',
  },
  {
    migration: 'NumbersAndEvents1790000000002',
    now: `'document', 'organisation'))`,
    before: `'document', 'issue', 'organisation'))`,
  },
  {
    migration: 'Correspondence1790000000004',
    now: 'CONSTRAINT one_receipt_per_document UNIQUE (organisation_id, document_id),',
    before: '',
  },
  {
    migration: 'Correspondence1790000000004',
    now: 'CREATE INDEX receipt_by_file',
    before: 'CREATE INDEX receipt_by_document ON receipt (organisation_id, document_id); CREATE INDEX receipt_by_file',
  },
];

const LAST = 5;

/** Makes the schema of an office that was made just before these edits. */
export async function makeSchemaBeforeTheRelease(databaseUrl: string): Promise<void> {
  const { options } = ownerDataSource(databaseUrl);
  const migrations = (options.migrations as (new () => MigrationInterface)[]).slice(0, LAST).map(asItWas);
  const owner = await new DataSource({ ...options, migrations }).initialize();
  await owner.runMigrations().finally(() => owner.destroy());
}

function asItWas(Migration: new () => MigrationInterface): new () => MigrationInterface {
  const edits = EDITS.filter(({ migration }) => migration === Migration.name);
  return class implements MigrationInterface {
    readonly name = Migration.name;
    up(runner: QueryRunner): Promise<void> {
      const query = (sql: string) => runner.query(edits.reduce(undo, sql));
      return new Migration().up({ query } as unknown as QueryRunner);
    }
    async down(): Promise<void> {
      await Promise.reject(new Error('Migrations go forward only'));
    }
  };
}

function undo(sql: string, { now, before }: Edit): string {
  const parts = sql.split(now);
  if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times in the migration: ${now}`);
  return parts.join(before);
}
