import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ReceiptChanged } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { changeReceipt, lockReceipt } from './lock-receipt';

/** The holding post opens the receipt, which is then no longer unread. Reading a list is not opening. */
@Injectable()
export class OpenReceipt {
  constructor(private readonly transactions: Transactions) {}

  @Serves('openReceipt')
  execute(actor: Actor, receiptId: string, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt } = await lockReceipt(tx, actor, { receiptId, move: 'open', ifMatch });
      const first = receipt.openedAt === null;
      const version = first ? await changeReceipt(tx, receipt, { openedAt: NOW }) : receipt.version;
      await tx.record({
        subject: { kind: 'receipt', id: receiptId },
        name: 'receipt.opened',
        data: { movement: receipt.movements, first },
      });
      return { id: receiptId, version };
    });
  }
}
