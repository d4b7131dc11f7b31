import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ForwardReceipt as ForwardReceiptRequest, ReceiptChanged } from '@patravali/contract';
import { readersWith, refuseUnfitDueDate, writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Post, receivingPost } from '@patravali/organisation';
import { changeReceipt, lockReceipt } from './lock-receipt';

/** Sends a receipt to another post, with what is asked there. To a vacant post is allowed; to oneself is not. */
@Injectable()
export class ForwardReceipt {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, receiptId: string, request: ForwardReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'forward', ifMatch });
      const target = receivingPost(await tx.find(Post, { id: request.toPostId }), receipt.holderPostId);
      await refuseUnfitDueDate(tx, actor.organisationId, request.dueOn, '#/dueOn');
      const sequence = receipt.movements + 1;
      const asked = { action: request.action, dueOn: request.dueOn ?? null };
      await writeMovement(tx, actor, {
        thing: { receiptId },
        sequence,
        kind: 'forwarded',
        fromPostId: receipt.holderPostId,
        toPostId: target.id,
        urgency: receipt.urgency,
        remarks: request.remarks,
        ...asked,
      });
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: target.id,
        senderPostId: actor.postId,
        readerPostIds: await readersWith(tx, receipt.readerPostIds, receipt.grading, [actor.postId, target.id]),
        sentRemarks: request.remarks ?? null,
        since: NOW,
        openedAt: null,
        movements: sequence,
        ...asked,
      });
      await tx.record({
        subject: { kind: 'receipt', id: receiptId },
        name: 'receipt.forwarded',
        reason: request.remarks,
        data: { movement: sequence, toPostId: target.id, ...asked },
      });
      return { id: receiptId, version };
    });
  }
}
