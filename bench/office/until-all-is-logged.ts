import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOffice } from './bench-office';

const LOOK_EVERY_MS = 100;

/** What one arm leaves is no work of the next. */
export async function untilAllIsLogged({ sql }: BenchOffice): Promise<void> {
  const due = `SELECT EXISTS (SELECT FROM log_waiting) OR (SELECT COALESCE(max(index) + 1, 0) FROM log_entry)
    <> (SELECT size FROM published_log) AS due`;
  while ((await sql.query<{ due: boolean }>(due)).rows[0]?.due) await sleep(LOOK_EVERY_MS);
}
