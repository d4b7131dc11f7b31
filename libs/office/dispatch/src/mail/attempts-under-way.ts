import type { SqlRunner } from '@patravali/database';
import type { MailJob } from './mail-jobs';

/**
 * Notes that a mail is about to be handed to the mail server. It stands in the database before the first byte leaves, so
 * that whoever takes over after a death knows that the mail may have arrived.
 */
export async function beginAttempt(database: SqlRunner, { organisationId, dispatchId }: MailJob): Promise<void> {
  await database.query(
    `UPDATE dispatch SET attempt_begun_at = office_now(),
       unanswered_attempts = unanswered_attempts + (attempt_begun_at IS NOT NULL)::int
     WHERE organisation_id = $1 AND id = $2 AND state = 'queued'`,
    [organisationId, dispatchId],
  );
}

/** The mail has certainly not been taken: nothing of this attempt remains. */
export async function forgetAttempt(database: SqlRunner, { organisationId, dispatchId }: MailJob): Promise<void> {
  await database.query(
    `UPDATE dispatch SET attempt_begun_at = NULL WHERE organisation_id = $1 AND id = $2 AND state = 'queued'`,
    [organisationId, dispatchId],
  );
}
