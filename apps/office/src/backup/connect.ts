import type { SqlRunner } from '@patravali/database';
import type { Statements } from '@patravali/ledger';
import { Client } from 'pg';

/** Texts of rows are the same whatever the server's or the owner's own settings are. */
const SETTINGS = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c extra_float_digits=1';

/** One connection of the database's owner. */
export class Owner implements SqlRunner, Statements {
  constructor(private readonly client: Client) {}

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query(sql, values);
    return rows as Row[];
  }

  /** The name of a table or column as SQL writes it. */
  quoted(name: string): string {
    return this.client.escapeIdentifier(name);
  }
}

/** Runs `work` on one connection. */
export async function withOwner<T>(databaseUrl: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, options: SETTINGS });
  await client.connect();
  try {
    return await work(new Owner(client));
  } finally {
    await client.end();
  }
}
