import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FollowDispatch as FollowDispatchRequest, type IssueChanged, isPosted } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { authorizeOnIssue, markUnserved } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { lockFileOf, lockRecipients } from '../addressees/lock-recipients';
import { Dispatch } from '../addressees/dispatch.entity';

/** Follows a dispatch that was sent: its tracking number, what it cost, and that it was delivered or came back. */
@Injectable()
export class FollowDispatch {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `not-allowed`, `dispatch-not-under-way`, and `invalid-input` for postage of what is no post. */
  @Serves('followDispatch')
  execute(
    actor: Actor,
    issueId: string,
    dispatchId: string,
    { trackingNumber, postage, outcome, reason }: FollowDispatchRequest,
  ): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId } = await lockFileOf(tx, issueId);
      await lockRecipients(tx, issueId);
      const dispatch = await tx.find(Dispatch, { id: dispatchId, issueId });
      if (!dispatch) throw new Refusal('not-found');
      const { state, position } = dispatch;
      if (state !== 'sent') throw new Refusal('dispatch-not-under-way', { state });
      if (postage !== undefined && !isPosted(dispatch.mode)) throw notPosted();
      const entered = {
        ...(trackingNumber === undefined ? {} : { trackingNumber }),
        ...(postage === undefined ? {} : { postage }),
      };
      await tx.update(
        Dispatch,
        { organisationId: actor.organisationId, id: dispatchId },
        {
          ...entered,
          ...(outcome === undefined ? {} : { state: outcome, endedAt: NOW, returnReason: reason ?? null }),
        },
      );
      if (outcome === 'returned') await markUnserved(tx, issueId, position);
      await tx.record(`dispatch.${outcome ?? 'tracked'}`, fileId, {
        relatedId: issueId,
        reason,
        data: { dispatchId, recipient: position, ...entered },
      });
      return { id: issueId };
    });
  }
}

function notPosted(): Refusal {
  return new Refusal('invalid-input', {}, { errors: [{ pointer: '#/postage', detail: 'not-posted' }] });
}
