import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import type { MailJob } from './mail-jobs';
import { newReturnKey } from './return-address';

/**
 * Notes that a mail is about to be handed to the mail server. It stands in the database before the first byte leaves, so
 * that whoever takes over after a death knows that the mail may have arrived.
 * @returns the key of the address to which it is returned, the same for each attempt.
 */
export async function beginAttempt(database: SqlRunner, { organisationId, dispatchId }: MailJob): Promise<string> {
  const key = newReturnKey();
  const [begun] = await select(
    database,
    z.object({ returnKey: z.string() }),
    `UPDATE dispatch SET attempt_begun_at = office_now(), return_key = COALESCE(return_key, $3),
       unanswered_attempts = unanswered_attempts + (attempt_begun_at IS NOT NULL)::int
     WHERE organisation_id = $1 AND id = $2 AND state = 'queued' RETURNING return_key AS "returnKey"`,
    [organisationId, dispatchId, key],
  );
  return begun?.returnKey ?? key;
}

/** The mail has certainly not been taken: nothing of this attempt remains. */
export async function forgetAttempt(database: SqlRunner, { organisationId, dispatchId }: MailJob): Promise<void> {
  await database.query(
    `UPDATE dispatch SET attempt_begun_at = NULL WHERE organisation_id = $1 AND id = $2 AND state = 'queued'`,
    [organisationId, dispatchId],
  );
}
