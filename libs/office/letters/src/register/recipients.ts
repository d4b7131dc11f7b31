import type { Actor } from '@patravali/authorization';
import { NOW, type Transaction } from '@patravali/database';
import { IssueRecipient } from './issue.entities';

/** Those whom letters must reach, as `n`. */
export const RECIPIENTS = 'issue_recipient n';

/** Locks those of a letter: an issue itself never changes and cannot be locked. */
export async function lockRecipientRows(tx: Transaction, issueId: string): Promise<void> {
  await tx.execute(
    `SELECT position FROM issue_recipient WHERE organisation_id = $1 AND issue_id = $2 ORDER BY position FOR UPDATE`,
    [tx.by.organisationId, issueId],
  );
}

/** They have been sent it; the lock is held. */
export async function markServed(tx: Transaction, issueId: string, positions: readonly number[]): Promise<void> {
  await tx.execute(
    `UPDATE issue_recipient SET served_at = office_now()
     WHERE organisation_id = $1 AND issue_id = $2 AND position = ANY ($3::int[])`,
    [tx.by.organisationId, issueId, positions],
  );
}

/** What was sent has come back: the recipient is to be sent it again, or not at all; the lock is held. */
export async function markUnserved(tx: Transaction, issueId: string, position: number): Promise<void> {
  await tx.update(IssueRecipient, keyOf(tx, issueId, position), { servedAt: null });
}

type Deciding = Pick<Actor, 'userId' | 'postId' | 'capacity'>;

/** They are not to be sent it; the lock is held. */
export async function withhold(
  tx: Transaction,
  issueId: string,
  positions: readonly number[],
  { userId, postId, capacity, reason }: Deciding & { readonly reason: string },
): Promise<void> {
  await tx.execute(
    `UPDATE issue_recipient SET withheld_reason = $4, withheld_at = office_now(), withheld_by_user_id = $5,
       withheld_by_post_id = $6, withheld_capacity = $7
     WHERE organisation_id = $1 AND issue_id = $2 AND position = ANY ($3::int[])`,
    [tx.by.organisationId, issueId, positions, reason, userId, postId, capacity],
  );
}

/** They are to be sent it after all; the lock is held. */
export async function withholdNoLonger(tx: Transaction, issueId: string, positions: readonly number[]): Promise<void> {
  await tx.execute(
    `UPDATE issue_recipient SET withheld_reason = NULL, withheld_at = NULL, withheld_by_user_id = NULL,
       withheld_by_post_id = NULL, withheld_capacity = NULL
     WHERE organisation_id = $1 AND issue_id = $2 AND position = ANY ($3::int[])`,
    [tx.by.organisationId, issueId, positions],
  );
}

/** A mail to this recipient goes to this address; the lock is held. */
export async function enterAddress(
  tx: Transaction,
  issueId: string,
  position: number,
  { userId, postId, capacity, email }: Deciding & { readonly email: string },
): Promise<void> {
  await tx.update(IssueRecipient, keyOf(tx, issueId, position), {
    confirmedEmail: email,
    confirmedAt: NOW,
    confirmedByUserId: userId,
    confirmedByPostId: postId,
    confirmedCapacity: capacity,
  });
}

const keyOf = (tx: Transaction, issueId: string, position: number) => ({
  organisationId: tx.by.organisationId,
  issueId,
  position,
});
