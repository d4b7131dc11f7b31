import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FollowDispatch as FollowDispatchRequest, IssueChanged } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Dispatch } from './dispatch.entities';
import { authorizeOnIssue } from './issue-access';
import { lockFileOf, lockRecipients, markUnserved } from './lock-recipients';

/** Follows a dispatch that was sent: gives it its tracking number, or tells that it was delivered or came back. */
@Injectable()
export class FollowDispatch {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `not-allowed`, `dispatch-not-under-way`. */
  execute(
    actor: Actor,
    { issueId, dispatchId: id }: { readonly issueId: string; readonly dispatchId: string },
    { trackingNumber, outcome, reason }: FollowDispatchRequest,
  ): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId } = await lockFileOf(tx, issueId);
      await lockRecipients(tx, issueId);
      const dispatch = await tx.find(Dispatch, { id, issueId });
      if (!dispatch) throw new Refusal('not-found');
      const { state, position } = dispatch;
      if (state !== 'sent') throw new Refusal('dispatch-not-under-way', { state });
      await tx.update(
        Dispatch,
        { organisationId: actor.organisationId, id },
        {
          ...(trackingNumber === undefined ? {} : { trackingNumber }),
          ...(outcome === undefined ? {} : { state: outcome, endedAt: NOW, returnReason: reason ?? null }),
        },
      );
      if (outcome === 'returned') await markUnserved(tx, issueId, position);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: `dispatch.${outcome ?? 'tracked'}`,
        relatedId: issueId,
        reason,
        data: { dispatchId: id, recipient: position, ...(trackingNumber === undefined ? {} : { trackingNumber }) },
      });
      return { id: issueId };
    });
  }
}
