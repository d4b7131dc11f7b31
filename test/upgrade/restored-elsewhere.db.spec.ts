import { randomUUID } from 'node:crypto';
import { migrate, RoleOutOfReach } from '@patravali/schema';
import { Client } from 'pg';
import { createOfficeDatabase, OWNER, PostgresCluster } from '../../apps/office/src/postgres';
import { startCluster } from '../support/database/cluster';
import { asApplication } from '../support/database/database';

/** Every right of the application's role in the office's tables and in the job queue's. */
const RIGHTS = `SELECT table_schema || '.' || table_name || ' ' || privilege_type || ' ' || column_name AS right
  FROM information_schema.role_column_grants WHERE grantee = 'patravali_app'
  UNION SELECT table_schema || '.' || table_name || ' ' || privilege_type
  FROM information_schema.role_table_grants WHERE grantee = 'patravali_app' ORDER BY 1`;

describe.each([18, 15] as const)('a database restored on a PostgreSQL %i that does not know the role', (major) => {
  let cluster: PostgresCluster;
  let url = '';
  let before: unknown[] = [];
  beforeAll(async () => {
    cluster = await startCluster(major);
    url = await createOfficeDatabase(cluster, { database: 'office', password: randomUUID() });
    await migrate(url);
    before = await rowsOf(url, RIGHTS);
  }, 120_000);
  afterAll(() => cluster.stop(), 60_000);

  /** What a restoring without roles leaves behind. */
  const loseTheRole = () => asSuperuser('DROP OWNED BY patravali_app; DROP ROLE patravali_app');
  const asSuperuser = (sql: string) => rowsOf(cluster.superuserUrl.replace(/postgres$/, 'office'), sql);

  it('has it after the next start, with every right as before', async () => {
    await loseTheRole();
    await migrate(url);
    expect(await rowsOf(url, RIGHTS)).toEqual(before);
    expect(before.length).toBeGreaterThan(500);
    expect(await rowsOf(asApplication(url), 'SELECT count(*)::int AS n FROM session')).toEqual([{ n: 0 }]);
  });

  it('has every right as before although the role had lost some', async () => {
    await asSuperuser('DROP OWNED BY patravali_app');
    await migrate(url);
    expect(await rowsOf(url, RIGHTS)).toEqual(before);
  });

  it('says what an administrator must run when its owner may make no role, and works once that was run', async () => {
    await loseTheRole();
    await asSuperuser(`ALTER ROLE ${OWNER} NOCREATEROLE`);
    const refused: unknown = await migrate(url).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RoleOutOfReach);
    await asSuperuser((refused as RoleOutOfReach).sql);
    await migrate(url);
    expect(await rowsOf(url, RIGHTS)).toEqual(before);
  });

  it('makes an empty database without the right to make roles, where its owner may act in the role', async () => {
    await asSuperuser(`ALTER ROLE ${OWNER} NOCREATEROLE CREATEDB`);
    await rowsOf(url, 'CREATE DATABASE another');
    const another = url.replace(/office$/, 'another');
    await migrate(another);
    expect(await rowsOf(another, RIGHTS)).toEqual(before);
  });
});

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
