import { createHash } from 'node:crypto';
import type { Client } from 'pg';

export interface Table {
  readonly name: string;
  /** As SQL writes them. */
  readonly columns: string;
}

/** Every row of every table as JSON text, in an order of its own; by table. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** The office's tables as they are now. TypeORM's list of migrations grows with each version and is no part of an office. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT table_name AS name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name COLLATE "C") AS columns
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
    GROUP BY table_name ORDER BY table_name COLLATE "C"`);
  return rows;
}

export async function rowsOf(client: Client, tables: readonly Table[]): Promise<Rows> {
  const rows: Record<string, readonly string[]> = {};
  for (const { name, columns } of tables) {
    const found = await client.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM (SELECT ${columns} FROM "${name}") t ORDER BY to_jsonb(t)::text COLLATE "C"`,
    );
    rows[name] = found.rows.map(({ row }) => row);
  }
  return rows;
}

/** How many rows each table has; tables without any are left out. */
export function countsOf(rows: Rows): Readonly<Record<string, number>> {
  const counts = Object.entries(rows).map(([table, { length }]) => [table, length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

export function fingerprintOf(rows: Rows): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
