import type { Config } from '@patravali/config';
import { Client } from 'pg';

/** Written when the demo office stands complete, so that it is furnished once. */
export const FURNISHED = 'organisation.demo_furnished';

/** Whether the demo is on and the database is empty, or its demo office was left half furnished. */
export async function wantsFurnishing({ demo, databaseUrl }: Config): Promise<boolean> {
  if (!demo) return false;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ wants: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM organisation)
         OR EXISTS (SELECT FROM organisation o WHERE demo AND NOT EXISTS (
           SELECT FROM event WHERE organisation_id = o.id AND subject_id = o.id AND name = $1)) AS wants`,
      [FURNISHED],
    );
    return rows[0]?.wants === true;
  } finally {
    await client.end();
  }
}
