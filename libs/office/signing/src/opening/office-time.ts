import { Instant } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** The time of a signature, by the clock of the office. */
export async function officeTime(database: SqlRunner): Promise<Date> {
  const [clock] = await select(database, z.object({ at: Instant }), 'SELECT office_now() AS at');
  if (!clock) throw new Error('The database told no time');
  return new Date(clock.at);
}
