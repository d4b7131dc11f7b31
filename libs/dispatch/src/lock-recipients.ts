import type { Addressee } from '@patravali/contract';
import type { Transaction } from '@patravali/database';

export interface LockedRecipient {
  readonly position: number;
  readonly addressee: Addressee;
  /** Served, or a mail to them waits to be sent. */
  readonly served: boolean;
}

/**
 * Locks the recipients of an issue. An issue itself never changes and cannot be locked: whoever holds these holds its
 * events and its dispatches.
 */
export async function lockRecipients(tx: Transaction, issueId: string): Promise<LockedRecipient[]> {
  const key = [tx.by.organisationId, issueId];
  await tx.query(
    `SELECT position FROM issue_recipient WHERE organisation_id = $1 AND issue_id = $2 ORDER BY position FOR UPDATE`,
    key,
  );
  return await tx.query<LockedRecipient>(
    `SELECT n.position, n.addressee, n.served_at IS NOT NULL OR EXISTS (SELECT FROM dispatch d
         WHERE d.organisation_id = n.organisation_id AND d.issue_id = n.issue_id AND d.position = n.position
           AND d.state = 'queued') AS served
     FROM issue_recipient n WHERE n.organisation_id = $1 AND n.issue_id = $2 ORDER BY n.position`,
    key,
  );
}

/** The recipient has been served; the lock is held. */
export async function markServed(tx: Transaction, issueId: string, position: number): Promise<void> {
  await tx.query(
    `UPDATE issue_recipient SET served_at = clock_timestamp()
     WHERE organisation_id = $1 AND issue_id = $2 AND position = $3`,
    [tx.by.organisationId, issueId, position],
  );
}
