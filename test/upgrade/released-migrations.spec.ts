import { createHash } from 'node:crypto';
import { ownerDataSource } from '@patravali/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RELEASED } from './released-migrations';

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

describe.each(Object.entries(RELEASED))('the migrations released with %s', (_, released) => {
  it.each(Object.entries(released))('are what they were: %s', async (name, sha256) => {
    const found = migrations.find((each) => each.name === name);
    const statements = found ? await statementsOf(found.migration) : [];
    expect(createHash('sha256').update(statements.join('\0')).digest('hex')).toBe(sha256);
    expect(statements.length).toBeGreaterThan(0);
  });

  it('are the first that run, in their order', () => {
    const names = Object.keys(released);
    expect(migrations.slice(0, names.length).map(({ name }) => name)).toEqual(names);
  });
});
