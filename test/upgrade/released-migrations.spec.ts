import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ownerDataSource } from '@patravali/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BASELINE, RELEASED } from './released-migrations';

/** The statements of a migration, whatever the database answers. */
async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const query = (sql: string, parameters: unknown[] = []): Promise<object[]> => {
    statements.push(parameters.length > 0 ? `${sql}\n${JSON.stringify(parameters)}` : sql);
    return Promise.resolve([]);
  };
  await migration.up({ query } as unknown as QueryRunner);
  return statements;
}

const migrations = (ownerDataSource('postgres://nowhere').options.migrations as (new () => MigrationInterface)[]).map(
  (Migration) => ({ name: Migration.name, migration: new Migration() }),
);

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

describe('what has been released', () => {
  it.each(Object.entries(BASELINE))('is what it was: %s of the baseline', (name, hash) => {
    expect(sha256(gunzipSync(readFileSync(join(__dirname, '../../libs/schema/baseline', name))))).toBe(hash);
  });

  it('is what it was in each migration, and these are the first that run after the baseline', async () => {
    const released = Object.values(RELEASED).flatMap((ofVersion) => Object.entries(ofVersion));
    const found = migrations.slice(1, released.length + 1);
    const hashes = await Promise.all(
      found.map(async ({ name, migration }) => [name, sha256((await statementsOf(migration)).join('\0'))]),
    );
    expect(hashes).toEqual(released);
    expect(migrations[0]?.name).toBe('Baseline1790000000219');
  });
});
