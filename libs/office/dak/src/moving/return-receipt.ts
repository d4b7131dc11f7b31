import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ReceiptChanged, ReturnReceipt as ReturnReceiptRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockReceipt } from '../receipt/lock-receipt';
import { returnedTo } from '../receipt/receipt-sender';
import { readEnds, sendReceipt } from './send-receipt';

/** Sends a receipt back to the post that sent it, or diarised it where it was redirected, with a reason. Nothing is asked of it any more. */
@Injectable()
export class ReturnReceipt {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `letter-not-sent`. */
  @Serves('returnReceipt')
  execute(actor: Actor, receiptId: string, request: ReturnReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'return', ifMatch });
      const ends = await readEnds(tx, actor, { toPostId: returnedTo(receipt) });
      return await sendReceipt(tx, actor, receipt, {
        kind: 'returned',
        state,
        ends,
        remarks: request.reason,
        asked: { action: null, dueOn: null },
      });
    });
  }
}
