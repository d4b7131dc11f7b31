import { once } from 'node:events';
import { databaseFailureOf, WatchedClient } from '@patravali/database';
import { applicationDataSource } from '@patravali/schema';
import type { Client } from 'pg';
import { DatabaseProxy } from '../../../../../test/support/database/database-proxy';
import { useDatabase } from '../../../../../test/support/database/database';

describe('a connection to the database', () => {
  let proxy: DatabaseProxy;
  afterAll(() => proxy.close());
  const database = useDatabase();
  beforeAll(async () => void (proxy = await DatabaseProxy.before(database().appUrl)));

  it('is given up when no answer comes, and only then', async () => {
    const client = new WatchedClient({ connectionString: proxy.url });
    const lost: Error[] = [];
    client.on('error', (error) => lost.push(error));
    await client.connect();
    client.watch(400);
    // It was silent for as long as that, and nobody waited for an answer.
    await once(client.connection.stream, 'timeout');
    expect((await (client as Client).query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    proxy.silence();
    const failure: unknown = await (client as Client).query('SELECT 1').catch((error: unknown) => error);
    expect(databaseFailureOf(failure)).toBe('away');
    expect(lost).toHaveLength(1);
  });

  it('is watched so in the pool of the office, where no statement and no lock takes as long', async () => {
    const office = await applicationDataSource(database().ownerUrl, { size: 1 }).initialize();
    try {
      const runner = office.createQueryRunner();
      const client = (await runner.connect()) as WatchedClient;
      expect(client).toBeInstanceOf(WatchedClient);
      const silentAfterMs = Number(Reflect.get(client.connection.stream, 'timeout'));
      const settings: unknown = await runner.query(
        `SELECT name, setting::int AS ms FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout') ORDER BY name`,
      );
      await runner.release();
      expect(settings).toEqual([
        { name: 'lock_timeout', ms: 3000 },
        { name: 'statement_timeout', ms: 20_000 },
      ]);
      expect(silentAfterMs).toBe(25_000);
    } finally {
      await office.destroy();
    }
  });
});
