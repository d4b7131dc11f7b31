import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ReceiptChanged } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { changeReceipt, lockSeenReceipt, readReceipts, stateAfterMove } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';

/** The holding post opens the receipt, which is then no longer unread. Reading a list is not opening. */
@Injectable()
export class OpenReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  @Serves('openReceipt')
  execute(actor: Actor, receiptId: string, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const receipt = await lockSeenReceipt(tx, actor, { receiptId, ifMatch });
      refuseOpening(actor, receipt);
      const first = receipt.openedAt === null;
      const version = first ? await changeReceipt(tx, receipt, { openedAt: NOW }) : receipt.version;
      await tx.record('receipt.opened', receiptId, { data: { movement: receipt.movements, first } });
      return { id: receiptId, version };
    });
  }

  /** Which of these receipts could not be opened now, and why: one statement. Nothing is changed. */
  async check(actor: Actor, receiptIds: readonly string[]): Promise<Refusals> {
    const receiptOf = await readReceipts(this.database, actor, receiptIds);
    return eachRefusal(receiptIds, (receiptId) => refuseOpening(actor, receiptOf(receiptId)));
  }
}

/** The rule of opening, which depends on the receipt alone. */
function refuseOpening(actor: Actor, receipt: Receipt): void {
  stateAfterMove(actor, 'open', receipt);
}
