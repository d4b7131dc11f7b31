import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** As the owner of a running office's database, at the address that its launcher noted. */
export async function asOwner<T>(dataFolder: string, work: (database: Client) => Promise<T>): Promise<T> {
  const noted = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { databaseUrl: string };
  const database = new Client({ connectionString: noted.databaseUrl, options: '-c TimeZone=UTC' });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
