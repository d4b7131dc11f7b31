import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { DispatchIssue as DispatchIssueRequest, IssueDispatched } from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { v7 as uuidv7 } from 'uuid';
import z from 'zod';
import { Dispatch } from './dispatch.entities';
import { dispatchFilter, issueFilter, ISSUES } from './issue-abilities';
import { type LockedRecipient, lockFileOf, lockRecipients, markServed } from './lock-recipients';
import { DISPATCH_MAIL } from './mail-jobs';

type Sending = DispatchIssueRequest['dispatches'][number];

/** Sends an issue to some of its recipients: by hand and by post at once, by mail through a job of this transaction. */
@Injectable()
export class DispatchIssue {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** @throws Refusal `not-allowed`, `recipient-unknown`, `recipient-served`, `email-missing`, `mail-not-configured`. */
  execute(actor: Actor, issueId: string, { dispatches }: DispatchIssueRequest): Promise<IssueDispatched> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeDispatch(tx, actor, issueId);
      const fileId = await lockFileOf(tx, issueId);
      const recipients = await lockRecipients(tx, issueId);
      const taken = new Set<number>();
      const made: { id: string; recipient: number; mode: Sending['mode'] }[] = [];
      for (const [index, sending] of dispatches.entries()) {
        const recipient = recipientOf(recipients, sending, index, taken);
        const email = this.emailFor(sending, recipient, index);
        const id = await insertDispatch(tx, actor, { issueId, sending, email });
        if (email === null) await markServed(tx, issueId, recipient.position);
        else await tx.enqueue(DISPATCH_MAIL, { organisationId: actor.organisationId, dispatchId: id });
        made.push({ id, recipient: recipient.position, mode: sending.mode });
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

  /** The address that a mail goes to; null for what travels on paper. */
  private emailFor({ mode, email }: Sending, { addressee }: LockedRecipient, index: number): string | null {
    if (mode !== 'email') return null;
    if (this.config.mail.kind === 'none') throw new Refusal('mail-not-configured');
    const address = email ?? addressee.email;
    if (address) return address;
    throw new Refusal('email-missing', { name: addressee.name }, at(index, 'email', 'email-missing'));
  }
}

/** An issue is not locked, since it never changes: who may send it is asked of the rules in one statement. */
async function authorizeDispatch(tx: Transaction, actor: Actor, issueId: string): Promise<void> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const [issue] = await tx.select(
    z.object({ allowed: z.boolean() }),
    `SELECT ${dispatchFilter(actor.ability, parameters)} AS allowed FROM ${ISSUES}
     WHERE i.organisation_id = ${bind(actor.organisationId)} AND i.id = ${bind(issueId)}
       AND ${issueFilter(actor.ability, parameters)}`,
    parameters.values,
  );
  if (!issue) throw new Refusal('not-found');
  if (!issue.allowed) throw new Refusal('not-allowed', { post: actor.post.marking, action: 'dispatch' });
}

function recipientOf(
  recipients: readonly LockedRecipient[],
  sending: Sending,
  index: number,
  taken: Set<number>,
): LockedRecipient {
  const recipient = recipients[sending.recipient];
  if (!recipient) throw new Refusal('recipient-unknown', {}, at(index, 'recipient', 'recipient-unknown'));
  if (recipient.served || taken.has(recipient.position)) {
    throw new Refusal('recipient-served', { name: recipient.addressee.name });
  }
  taken.add(recipient.position);
  return recipient;
}

const at = (index: number, field: string, detail: string) => ({
  errors: [{ pointer: `#/dispatches/${index}/${field}`, detail }],
});

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
    ...{ byUserId: actor.userId, byPostId: actor.postId, capacity: actor.capacity },
    ...(email === null ? { state: 'sent', sentAt: NOW } : { state: 'queued', sentAt: null }),
  });
  return id;
}
