import type { SqlRunner } from '@patravali/database';

/** Records that the demo's open door was opened or shut, when the last start had it otherwise. */
export async function noteDemoSwitch(database: SqlRunner, demo: boolean): Promise<void> {
  await database.query(
    `INSERT INTO security_event (kind, data)
     SELECT $1, '{}' WHERE $1 IS DISTINCT FROM COALESCE(
       (SELECT kind FROM security_event WHERE kind IN ('demo_on', 'demo_off') ORDER BY at DESC, id DESC LIMIT 1), 'demo_off')`,
    [demo ? 'demo_on' : 'demo_off'],
  );
}
