import { randomUUID } from 'node:crypto';
import { migrate, migrateAsFarAs, OlderSchema } from '@patravali/schema';
import { Client } from 'pg';
import type { PostgresMajor } from '../../apps/office/src/postgres';
import { catalogOf } from './catalog';
import { serverOf } from './server-of';

const BASELINE = 'Baseline1790000000219';

describe.each([18, 15] as const)('the schema on PostgreSQL %i', (major: PostgresMajor) => {
  const closing: (() => Promise<void>)[] = [];
  let server = '';
  beforeAll(async () => {
    server = await serverOf(major, closing);
  }, 60_000);
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  }, 60_000);

  /** A new database that was brought to this version in one of the two ways, and its owner connected to it. */
  async function database(bringUp: (url: string) => Promise<void>): Promise<Client> {
    const name = `schema_${randomUUID().replaceAll('-', '')}`;
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await bringUp(url.href);
    const owner = new Client({ connectionString: url.href });
    await owner.connect();
    closing.push(async () => {
      await owner.end();
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
    });
    return owner;
  }

  it('is the same made of the files, and of the baseline with all later migrations and what is re-applied', async () => {
    const ofFiles = await database(migrate);
    const ofMigrations = await database(async (url) => {
      await migrateAsFarAs(url, [BASELINE]);
      await migrate(url);
    });
    const catalogue = await catalogOf(ofFiles);
    expect(await catalogOf(ofMigrations)).toEqual(catalogue);
    expect(catalogue.length).toBeGreaterThan(2000);
    const noted = 'SELECT name FROM migrations ORDER BY name';
    expect((await ofMigrations.query(noted)).rows).toEqual((await ofFiles.query(noted)).rows);
  }, 120_000);

  it('is made once by several processes that start at the same time', async () => {
    const owner = await database(async (url) => {
      await Promise.all([migrate(url), migrate(url), migrate(url)]);
    });
    expect((await owner.query('SELECT FROM migrations WHERE name = $1', [BASELINE])).rowCount).toBe(1);
  }, 120_000);
});

it('does not begin from less than the baseline', async () => {
  await expect(migrateAsFarAs('postgres://nowhere', ['People1790000000001'])).rejects.toBeInstanceOf(OlderSchema);
});
