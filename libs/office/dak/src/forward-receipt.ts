import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ForwardReceipt as ForwardReceiptRequest, ReceiptChanged } from '@patravali/contract';
import { refuseUnfitDueDate } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockReceipt } from './lock-receipt';
import { readEnds, sendReceipt } from './send-receipt';

/**
 * Sends a receipt to another post, with what is asked there, and copies for information to others. To a vacant post is
 * allowed; to oneself is not.
 */
@Injectable()
export class ForwardReceipt {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`, `due-date-past`, `due-date-closed`, `invalid-input`. */
  @Serves('forwardReceipt')
  execute(actor: Actor, receiptId: string, request: ForwardReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'forward', ifMatch });
      const ends = await readEnds(tx, actor, request);
      await refuseUnfitDueDate(tx, actor.organisationId, request.dueOn, '#/dueOn');
      const asked = { action: request.action, dueOn: request.dueOn ?? null };
      return await sendReceipt(tx, actor, receipt, {
        kind: 'forwarded',
        state,
        ends,
        asked,
        remarks: request.remarks,
        data: asked,
      });
    });
  }
}
