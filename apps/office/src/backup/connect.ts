import { Client } from 'pg';

/** Texts of rows are the same whatever the server's or the owner's own settings are. */
const SETTINGS = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c extra_float_digits=1';

/** Runs `work` on one connection of the database's owner. */
export async function withOwner<T>(databaseUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, options: SETTINGS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
