import { Client } from 'pg';
import { useDatabase } from '../support/database/database';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database of a spec', () => {
  const first = useDatabase();
  const second = useDatabase();

  it('is migrated, and nobody else writes in it', async () => {
    expect(await ask(first().ownerUrl, `SELECT to_regclass('organisation') IS NOT NULL AS there`)).toEqual([
      { there: true },
    ]);
    await ask(first().ownerUrl, 'CREATE TABLE mark (x int)');
    expect(await ask(second().ownerUrl, `SELECT to_regclass('mark') AS mark`)).toEqual([{ mark: null }]);
  });

  it('lowers the application to its own role', async () => {
    const [seen] = await ask(first().appUrl, 'SELECT current_user AS role');
    expect(seen).toEqual({ role: 'patravali_app' });
    await expect(ask(first().appUrl, 'CREATE TABLE other (x int)')).rejects.toThrow(/permission denied/);
  });
});
