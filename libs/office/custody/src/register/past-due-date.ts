import { Day } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/**
 * Nothing is asked for by a day that has passed in India; the database holds the same of every movement.
 * @param pointer where in the request the day stands
 * @throws Refusal `due-date-past`.
 */
export async function refusePastDueDate(
  database: SqlRunner,
  dueOn: string | undefined,
  pointer: string,
): Promise<void> {
  if (dueOn === undefined) return;
  const [{ today } = { today: '' }] = await select(database, z.object({ today: Day }), 'SELECT india_today() AS today');
  if (dueOn >= today) return;
  throw new Refusal('due-date-past', { today }, { errors: [{ pointer, detail: 'due-date-past' }] });
}
