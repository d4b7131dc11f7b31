import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { DispatchIssue as DispatchIssueRequest, IssueDispatched } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { diaryNumberInEvent, receiveWithin } from '@patravali/dak';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { authorizeOnIssue, markServed, refuseWithdrawn } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { type LockedRecipient, lockFileOf, lockRecipients, unservedRecipient } from '../addressees/lock-recipients';
import { DISPATCH_MAIL } from '../mail/mail-jobs';
import { letterWithin } from './letter-within';

type Sending = DispatchIssueRequest['dispatches'][number];

/**
 * Sends an issue to some of its recipients: by hand and by post at once; within the office it has arrived when this ends; by
 * mail it goes through a job of this transaction.
 */
@Injectable()
export class DispatchIssue {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /**
   * @throws Refusal `not-allowed`, `letter-withdrawn`, `recipient-unknown`, `recipient-served`, `recipient-withheld`,
   * `address-unconfirmed`, `mail-not-configured`; within the office `unknown-post`, `post-takes-no-files`, `to-oneself`.
   */
  @Serves('dispatchIssue')
  execute(actor: Actor, issueId: string, { dispatches }: DispatchIssueRequest): Promise<IssueDispatched> {
    return this.transactions.run(actor, async (tx) => {
      const issuingPost = await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const file = await lockFileOf(tx, issueId);
      await refuseWithdrawn(tx, issueId);
      const recipients = await lockRecipients(tx, issueId);
      const made: NewDispatch[] = [];
      for (const [index, sending] of dispatches.entries()) {
        const recipient = unservedRecipient(recipients, sending.recipient, at(index, 'recipient'));
        const { name } = recipient.addressee;
        const isTaken = made.some((other) => other.recipient === recipient.position);
        if (isTaken) throw new Refusal('recipient-served', { name });
        if (recipient.withheld) throw new Refusal('recipient-withheld', { name });
        const email = sending.mode === 'email' ? this.addressOf(sending, recipient, index, issuingPost) : null;
        made.push({ ...sending, id: uuidv7(), email, ...NOWHERE });
      }
      await arriveWithin(tx, actor, { issueId, file, recipients, dispatches: made });
      await insertDispatches(tx, actor, issueId, made);
      const mails = made.filter(({ email }) => email !== null);
      const others = made.filter(({ email }) => email === null);
      await markServed(
        tx,
        issueId,
        others.map(({ recipient }) => recipient),
      );
      for (const { id } of mails) {
        await tx.enqueue(DISPATCH_MAIL, { organisationId: actor.organisationId, dispatchId: id });
      }
      await tx.record('dispatch.created', file.fileId, { relatedId: issueId, data: { dispatches: made.map(toldOf) } });
      return { id: issueId, dispatchIds: made.map(({ id }) => id) };
    });
  }

  /** A mail goes to the address on record: whoever sends it cannot choose another. */
  private addressOf(sending: Sending, { addressee, email }: LockedRecipient, index: number, post: string): string {
    if (this.config.mail.kind === 'none') throw new Refusal('mail-not-configured');
    if (email !== null && (sending.email ?? email) === email) return email;
    const errors = [{ pointer: at(index, 'email'), detail: 'address-unconfirmed' }];
    throw new Refusal('address-unconfirmed', { name: addressee.name, post }, { errors });
  }
}

const at = (index: number, field: string): string => `#/dispatches/${index}/${field}`;

/** A sending with its id; to a mail's address; within the office with the receipt as which it arrived. */
interface NewDispatch extends Omit<Sending, 'email'> {
  readonly id: string;
  readonly email: string | null;
  receiptId: string | null;
  diaryNumber: string | null;
  diaryNumberHi: string | null;
}

const NOWHERE = { receiptId: null, diaryNumber: null, diaryNumberHi: null };

/** What the history of the file tells of it. */
const toldOf = ({ id, recipient, mode, email, toPostId, receiptId, diaryNumber, diaryNumberHi }: NewDispatch) => ({
  id,
  recipient,
  mode,
  email,
  ...(receiptId === null || diaryNumber === null
    ? {}
    : { toPostId, receiptId, ...diaryNumberInEvent({ diaryNumber, diaryNumberHi }) }),
});

interface Arriving {
  readonly issueId: string;
  readonly file: FileCustody;
  readonly recipients: readonly LockedRecipient[];
  readonly dispatches: readonly NewDispatch[];
}

/** Those that go to a post of this office arrive there as receipts, each with a diary number of its own. */
async function arriveWithin(tx: Transaction, actor: Actor, { issueId, file, recipients, dispatches }: Arriving) {
  const arriving = dispatches.filter(({ mode }) => mode === 'within_office');
  if (arriving.length === 0) return;
  const letter = await letterWithin(tx, issueId);
  const { grading, urgency } = file;
  for (const dispatch of arriving) {
    const { recipient, toPostId = '' } = dispatch;
    const asCopy = recipients[recipient]?.asCopy === true;
    const documentId = recipients[recipient]?.ownCopyId ?? letter.documentId;
    const arrives = { ...letter, documentId, grading, urgency, toPostId, asCopy };
    Object.assign(dispatch, await receiveWithin(tx, actor, arrives));
  }
}

async function insertDispatches(
  tx: Transaction,
  { organisationId, userId, postId, capacity }: Actor,
  issueId: string,
  dispatches: readonly NewDispatch[],
): Promise<void> {
  await tx.execute(
    `INSERT INTO dispatch (organisation_id, issue_id, by_user_id, by_post_id, capacity, id, position, mode, email, to_post_id,
       receipt_id, tracking_number, postage, remarks, state, sent_at, ended_at)
     SELECT $1, $2, $3, $4, $5, id, recipient, mode, email, "toPostId", "receiptId", "trackingNumber", postage, remarks,
       CASE mode WHEN 'email' THEN 'queued' WHEN 'within_office' THEN 'delivered' ELSE 'sent' END,
       CASE WHEN mode <> 'email' THEN office_now() END, CASE mode WHEN 'within_office' THEN office_now() END
     FROM jsonb_to_recordset($6::jsonb) AS sending (id uuid, recipient int, mode text, email text, "toPostId" uuid,
       "receiptId" uuid, "trackingNumber" text, postage int, remarks text)`,
    [organisationId, issueId, userId, postId, capacity, JSON.stringify(dispatches)],
  );
}
