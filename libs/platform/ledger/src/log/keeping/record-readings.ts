import type { Statements } from './log-rows';

/** Readings that become events in one transaction: none of those that one person makes of one thing holds more. */
const AT_ONCE = 200;

/** Makes events of the readings that have waited longest. @returns how many; none while another makes them. */
export async function recordReadings(database: Statements): Promise<number> {
  const [row] = await database.query<{ recorded: number }>('SELECT record_readings($1) AS recorded', [AT_ONCE]);
  return row?.recorded ?? 0;
}
