import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { DeskClock, deskLimit } from '@patravali/organisation';
import { z } from 'zod';
import type { FileCustody } from '../file-custody/file-custody.entity';

/** For how many working days the file of the custody `c` has been on its desk. */
export const DAYS_ON_DESK = `working_days(c.organisation_id, c.clock_from, COALESCE(c.clock_stopped_on, india_today()))`;

/** The same with the limit of the office, as a JSON `DeskClock`. */
export const DESK_CLOCK = `json_build_object('days', ${DAYS_ON_DESK}, 'limit', ${deskLimit('c.organisation_id')})`;

/** A file that has been on its desk longer than the limit and whose clock runs, as a condition on `c`; for many at once. */
export const overLimit = (firstDayInLimit: string): string =>
  `COALESCE(c.clock_stopped_on IS NULL AND c.clock_from < ${firstDayInLimit}, false)`;

/**
 * What is recorded of why the post kept the file: nothing, unless it was longer than the limit.
 * @throws Refusal `explanation-needed` when it was, and nothing is said.
 */
export function explanationOf({ days, limit }: DeskClock, explanation: string | undefined): string | null {
  if (days <= limit) return null;
  if (explanation !== undefined) return explanation;
  const errors = [{ pointer: '#/explanation', detail: 'explanation-needed' }];
  throw new Refusal('explanation-needed', { days, limit }, { errors });
}

/** The same for an act that has not asked the clock yet: one statement. */
export async function explanationFor(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  explanation: string | undefined,
): Promise<string | null> {
  const [found] = await tx.select(
    z.object({ clock: DeskClock }),
    `SELECT ${DESK_CLOCK} AS clock FROM file_custody c WHERE c.organisation_id = $1 AND c.file_id = $2`,
    [organisationId, fileId],
  );
  return found ? explanationOf(found.clock, explanation) : null;
}
