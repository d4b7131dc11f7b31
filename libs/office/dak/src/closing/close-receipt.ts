import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CloseReceipt as CloseReceiptRequest, ReceiptChanged, ReceiptState } from '@patravali/contract';
import { writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { changeReceipt, lockReceipt, readReceipts, stateAfterMove } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';

/**
 * The officer who holds a receipt that needs no file closes it where it lies, and says why no action is needed. It is on no
 * desk then, and nothing is asked of it any more.
 */
@Injectable()
export class CloseReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  @Serves('closeReceipt')
  execute(actor: Actor, receiptId: string, request: CloseReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'close', ifMatch });
      const sequence = receipt.movements + 1;
      await writeMovement(tx, actor, {
        thing: { receiptId },
        sequence,
        kind: 'closed',
        remarks: request.reason,
        fromPostId: receipt.holderPostId,
        toPostId: null,
      });
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: null,
        closedByPostId: actor.postId,
        senderPostId: null,
        action: null,
        dueOn: null,
        sentRemarks: null,
        returned: false,
        redirected: false,
        since: NOW,
        openedAt: receipt.openedAt ?? NOW,
        movements: sequence,
      });
      await tx.record('receipt.closed', receiptId, { reason: request.reason, data: { movement: sequence } });
      return { id: receiptId, version };
    });
  }

  /** Which of these receipts could not be closed now, and why: one statement. Nothing is changed. */
  async check(actor: Actor, receiptIds: readonly string[]): Promise<Refusals> {
    const receiptOf = await readReceipts(this.database, actor, receiptIds);
    return eachRefusal(receiptIds, (receiptId) => refuseClosing(actor, receiptOf(receiptId)));
  }
}

/** The rule of closing, which depends on the receipt alone. */
function refuseClosing(actor: Actor, receipt: Receipt): ReceiptState {
  return stateAfterMove(actor, 'close', receipt);
}
