import { createHash } from 'node:crypto';
import type { TestOffice } from '../office/office';

/** What every row of every table says, but that a person was seen: two equal hashes are one state of the office. */
export async function stateOfTheDatabase(office: TestOffice): Promise<string> {
  const tables = await office.rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'session') ORDER BY 1`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables) {
    const rows = await office.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    hash.update(`${name}\n`);
    for (const { row } of rows) hash.update(`${row}\n`);
  }
  return hash.digest('hex');
}
