import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { select, type SqlRunner } from '../queries/select';

const SERVING = z.object({ id: z.number(), port: z.number().nullable() });

/**
 * The process of PostgreSQL that serves a connection, if it runs on this machine and says so: its title names the port from which it
 * is asked. Else null.
 */
export async function servingProcess(connection: SqlRunner): Promise<number | null> {
  const [serving] = await select(connection, SERVING, 'SELECT pg_backend_pid() AS id, inet_client_port() AS port');
  if (!serving?.port) return null;
  try {
    const title = readFileSync(`/proc/${serving.id}/cmdline`, 'utf8');
    return title.startsWith('postgres:') && title.includes(`(${serving.port})`) ? serving.id : null;
  } catch {
    return null;
  }
}
