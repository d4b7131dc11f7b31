import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { DispatchIssue as DispatchIssueRequest, IssueDispatched } from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { v7 as uuidv7 } from 'uuid';
import { Dispatch } from './dispatch.entities';
import { authorizeOnIssue } from './issue-access';
import { type LockedRecipient, lockFileOf, lockRecipients, markServed, unservedRecipient } from './lock-recipients';
import { DISPATCH_MAIL } from './mail-jobs';

type Sending = DispatchIssueRequest['dispatches'][number];

/** Sends an issue to some of its recipients: by hand and by post at once, by mail through a job of this transaction. */
@Injectable()
export class DispatchIssue {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /**
   * @throws Refusal `not-allowed`, `recipient-unknown`, `recipient-served`, `recipient-withheld`, `address-unconfirmed`,
   * `mail-not-configured`.
   */
  execute(actor: Actor, issueId: string, { dispatches }: DispatchIssueRequest): Promise<IssueDispatched> {
    return this.transactions.run(actor, async (tx) => {
      const issuingPost = await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId } = await lockFileOf(tx, issueId);
      const recipients = await lockRecipients(tx, issueId);
      const taken = new Set<number>();
      const made: { id: string; recipient: number; mode: Sending['mode']; email: string | null }[] = [];
      for (const [index, sending] of dispatches.entries()) {
        const recipient = unservedRecipient(recipients, sending.recipient, at(index, 'recipient'));
        const { name } = recipient.addressee;
        if (taken.has(recipient.position)) throw new Refusal('recipient-served', { name });
        if (recipient.withheld) throw new Refusal('recipient-withheld', { name });
        taken.add(recipient.position);
        const email = sending.mode === 'email' ? this.addressOf(sending, recipient, index, issuingPost) : null;
        const id = await insertDispatch(tx, actor, { issueId, sending, email });
        if (email === null) await markServed(tx, issueId, recipient.position);
        else await tx.enqueue(DISPATCH_MAIL, { organisationId: actor.organisationId, dispatchId: id });
        made.push({ id, recipient: recipient.position, mode: sending.mode, email });
      }
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'dispatch.created',
        relatedId: issueId,
        data: { dispatches: made },
      });
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

interface NewDispatch {
  readonly issueId: string;
  readonly sending: Sending;
  readonly email: string | null;
}

async function insertDispatch(
  tx: Transaction,
  actor: Actor,
  { issueId, sending, email }: NewDispatch,
): Promise<string> {
  const id = uuidv7();
  await tx.insert(Dispatch, {
    ...{ id, organisationId: actor.organisationId, issueId, position: sending.recipient, mode: sending.mode },
    ...{ email, trackingNumber: sending.trackingNumber ?? null, remarks: sending.remarks ?? null, failure: null },
    ...{ endedAt: null, returnReason: null, attemptBegunAt: null, unansweredAttempts: 0 },
    ...{ byUserId: actor.userId, byPostId: actor.postId, capacity: actor.capacity },
    ...(email === null ? { state: 'sent', sentAt: NOW } : { state: 'queued', sentAt: null }),
  });
  return id;
}
