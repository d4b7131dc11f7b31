import { randomUUID } from 'node:crypto';
import { migrate, migrateAsFarAs } from '@patravali/schema';
import { Client } from 'pg';
import { useOwner } from '../../../test/support/database/owner';

const ID = '01a20e3d-5094-73bb-865d-8541f1b028fd';
const owner = useOwner();

it('tells what failed for want of the typesetter under the name that its refusal has now', async () => {
  const url = new URL(owner().database.ownerUrl);
  url.pathname = `${url.pathname}_with_failures`;
  const name = url.pathname.slice(1);
  await owner().client.query(`CREATE DATABASE ${name}`);
  const client = new Client({ connectionString: url.href });
  try {
    await migrateAsFarAs(url.href, ['Baseline1790000000219']);
    await client.connect();
    for (const table of ['asked_pdf', 'redaction']) await dropForeignKeys(client, table);
    for (const code of ['press-unavailable', 'store-unavailable']) await addFailed(client, code);
    await migrate(url.href);
    const now = ['store-unavailable', 'typesetter-unavailable'].map((code) => ({ code, params: { seen: 1 } }));
    for (const table of ['asked_pdf', 'redaction'])
      expect([table, await failuresIn(client, table)]).toEqual([table, now]);
  } finally {
    await client.end();
    await owner().client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}, 60_000);

/** What the rows belong to does not matter here. */
async function dropForeignKeys(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint
     WHERE contype = 'f' AND conrelid = $1::regclass`,
    [table],
  );
  for (const { sql } of rows) await client.query(sql);
}

/** A PDF and a redacted copy that could not be made. */
async function addFailed(client: Client, code: string): Promise<void> {
  const failure = JSON.stringify({ code, params: { seen: 1 } });
  await client.query(
    `INSERT INTO asked_pdf (id, organisation_id, file_id, user_id, post_id, language, state, total, failure, ended_at, expires_at)
     VALUES ($1, $2, $2, $2, $2, 'hi', 'failed', 1, $3, office_now(), office_now() + INTERVAL '7 days')`,
    [randomUUID(), ID, failure],
  );
  await client.query(
    `INSERT INTO redaction (id, organisation_id, file_id, sequence, document_id, marks, language, asked_by_user_id,
       asked_by_post_id, asked_capacity, state, total, failure)
     VALUES ($1, $2, $1, 1, $2, '[]', 'hi', $2, $2, 'regular', 'failed', 1, $3)`,
    [randomUUID(), ID, failure],
  );
}

async function failuresIn(client: Client, table: string): Promise<unknown[]> {
  const { rows } = await client.query<{ failure: unknown }>(`SELECT failure FROM ${table} ORDER BY failure ->> 'code'`);
  return rows.map(({ failure }) => failure);
}
