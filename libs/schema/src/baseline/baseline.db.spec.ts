import { migrate, migrateAsFarAs } from '@patravali/schema';
import { Client } from 'pg';
import { useOwner } from '../../../../test/support/database/owner';
import { schemaOfFiles } from '../files/schema-files';
import { baselineSchema } from '../files/baseline-schema';

const owner = useOwner();

it('brings an office of the baseline here without locking a table whose triggers are the same', async () => {
  const url = new URL(owner().database.ownerUrl);
  url.pathname = `${url.pathname}_of_the_baseline`;
  const name = url.pathname.slice(1);
  await owner().client.query(`CREATE DATABASE ${name}`);
  try {
    await migrateAsFarAs(url.href, ['Baseline1790000000219']);
    const before = await triggersOf(url.href);
    await migrate(url.href);
    const after = await triggersOf(url.href);
    const texts = new Set(schemaOfFiles().triggers.map(({ sha256 }) => sha256));
    const same = baselineSchema().triggers.filter(({ sha256 }) => texts.has(sha256));
    for (const trigger of same)
      expect([trigger.name, after.get(trigger.name)]).toEqual([trigger.name, before.get(trigger.name)]);
    expect(same.length).toBeGreaterThan(100);
  } finally {
    await owner().client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}, 60_000);

/** Which trigger each is. */
async function triggersOf(url: string): Promise<Map<string, number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; oid: number }>(
    `SELECT format('%s ON %s', tgname, tgrelid::regclass) AS name, oid FROM pg_trigger WHERE NOT tgisinternal`,
  );
  await client.end();
  return new Map(rows.map(({ name, oid }) => [name, oid]));
}
