import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  markingInBoth,
  type ReceiptChanged,
  type RedirectReceipt as RedirectReceiptRequest,
} from '@patravali/contract';
import { whoMarkedReceipt } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockReceipt } from '../receipt/lock-receipt';
import { senderOf } from '../receipt/receipt-sender';
import { readEnds, sendReceipt } from './send-receipt';

/**
 * A receipt was marked to the wrong post, which sends it on to the right one, opened or not, with a reason. What was asked of
 * it, and by when, is asked there; whoever marked it is told. The register keeps the wrong marking.
 */
@Injectable()
export class RedirectReceipt {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `letter-not-sent`, `redirected-to-sender`, `unknown-post`, `post-takes-no-files`, `to-oneself`. */
  @Serves('redirectReceipt')
  execute(actor: Actor, receiptId: string, request: RedirectReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'redirect', ifMatch });
      const sender = senderOf(receipt);
      const ends = await readEnds(tx, actor, request);
      if (ends.to.id === sender) throw new Refusal('redirected-to-sender', { post: markingInBoth(ends.to) });
      const markedBy = receipt.redirected ? await whoMarkedReceipt(tx, receiptId, actor.postId) : sender;
      return await sendReceipt(tx, actor, receipt, {
        kind: 'redirected',
        state,
        ends,
        remarks: request.reason,
        asked: { action: receipt.action, dueOn: receipt.dueOn },
        data: { markedByPostId: markedBy },
      });
    });
  }
}
