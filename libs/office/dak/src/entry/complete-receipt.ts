import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CompleteReceipt as CompleteReceiptRequest, ReceiptChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { DocumentUses } from '@patravali/documents';
import { Serves } from '@patravali/operations';
import { changesOf, entryInRow } from './corrected-entry';
import { changeReceipt, lockReceipt } from '../receipt/lock-receipt';
import { refuseSecondScan } from '../receipt/receipt-scan';
import { takeDocument } from '../receipt/take-document';

/**
 * Whoever holds a letter that was diarised by its cover adds the scan, and what the cover did not say. The cover and the old values
 * stay to be read in the diary.
 */
@Injectable()
export class CompleteReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly documentUses: DocumentUses,
  ) {}

  /**
   * The event keeps the old and the new values.
   * @throws Refusal `illegal-receipt-move`, `letter-has-scan`, `unknown-document`, `document-in-use`, `date-in-future`, `grading-needs-officer`, `urgency-needs-officer`, `urgency-not-in-use`.
   */
  @Serves('completeReceipt')
  execute(actor: Actor, receiptId: string, request: CompleteReceiptRequest, ifMatch: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { documentId, ...entry } = request;
      const { receipt } = await lockReceipt(tx, actor, { receiptId, move: 'complete', ifMatch });
      refuseSecondScan(receipt);
      const changes = changesOf(receipt, entry);
      const corrected = await entryInRow(tx, actor, receipt, entry);
      await takeDocument(tx, this.documentUses, actor, documentId);
      const version = await changeReceipt(tx, receipt, { ...corrected, documentId });
      await tx.record('receipt.completed', receiptId, { relatedId: documentId, data: { changes } });
      return { id: receiptId, version };
    });
  }
}
