import { Addressee } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { type FieldError, Refusal } from '@patravali/errors';
import { Issue, lockRecipientRows, RECIPIENTS } from '@patravali/letters';
import z from 'zod';

/** Locks the file that an issue went out from: what becomes of the letter is told in the history of its file. */
export async function lockFileOf(tx: Transaction, issueId: string): Promise<FileCustody> {
  const issue = await tx.find(Issue, { id: issueId });
  if (!issue) throw new Refusal('not-found');
  return await tx.lock(FileCustody, { fileId: issue.fileId });
}

const LockedRecipient = z.object({
  position: z.int(),
  addressee: Addressee,
  asCopy: z.boolean(),
  /** The addressee's own copy. */
  ownCopyId: z.uuid().nullable(),
  /** Where a mail to them may go: the confirmed address, else that of the approved letter. */
  email: z.string().nullable(),
  /** Served, or a mail to them waits to be sent. */
  served: z.boolean(),
  /** Marked as not to be sent. */
  withheld: z.boolean(),
});
export type LockedRecipient = z.infer<typeof LockedRecipient>;

/** Locks the recipients of an issue, and with them its dispatches: an issue itself never changes and cannot be locked. */
export async function lockRecipients(tx: Transaction, issueId: string): Promise<LockedRecipient[]> {
  await lockRecipientRows(tx, issueId);
  return await tx.select(
    LockedRecipient,
    `SELECT n.position, n.addressee, n.as_copy AS "asCopy", n.document_id AS "ownCopyId",
       COALESCE(n.confirmed_email, n.addressee ->> 'email') AS email,
       n.withheld_at IS NOT NULL AS withheld,
       n.served_at IS NOT NULL OR EXISTS (SELECT FROM dispatch d
         WHERE d.organisation_id = n.organisation_id AND d.issue_id = n.issue_id AND d.position = n.position
           AND d.state = 'queued') AS served
     FROM ${RECIPIENTS} WHERE n.organisation_id = $1 AND n.issue_id = $2 ORDER BY n.position`,
    [tx.by.organisationId, issueId],
  );
}

/**
 * The recipient at that place of the letter, to whom it has not been sent.
 * @param pointer where in the request the place stands.
 * @throws Refusal `recipient-unknown`, `recipient-served`.
 */
export function unservedRecipient(
  recipients: readonly LockedRecipient[],
  position: number,
  pointer: FieldError['pointer'],
): LockedRecipient {
  const recipient = recipients[position];
  if (!recipient) throw new Refusal('recipient-unknown', {}, { errors: [{ pointer, detail: 'recipient-unknown' }] });
  if (recipient.served) throw new Refusal('recipient-served', { name: recipient.addressee.name });
  return recipient;
}

/** The recipient `n` is still to be sent the letter. */
export const TO_BE_SERVED = '(n.served_at IS NULL AND n.withheld_at IS NULL)';
