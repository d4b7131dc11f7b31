import { Client } from 'pg';
import type { PostgresCluster } from './cluster';

/** Owns the office's database and migrates it; not a superuser, just as with a database elsewhere. */
export const OWNER = 'patravali';

/**
 * Makes the owner and the database if they are missing, and gives the owner the password.
 * @returns the owner's connection string.
 */
export async function createOfficeDatabase(
  cluster: PostgresCluster,
  { database, password }: { database: string; password: string },
): Promise<string> {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    const verb = known.rowCount ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!exists.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
  return cluster.url(OWNER, password, database);
}
