import { operation } from '@patravali/contract-base';
import { z } from 'zod';
import { DiaryEntry } from './diary-entry';
import { ReceiptChanged } from './receipt-moves';

/**
 * Why a letter was diarised by what its cover says: it is sealed, it is for a person by name, or it is open, on paper, and not
 * scanned.
 */
export const COVERS = ['sealed', 'by_name', 'paper'] as const;
export type Cover = (typeof COVERS)[number];

/** The scan of the letter that was in the cover, and the diary entry as it shall stand. */
export const CompleteReceipt = DiaryEntry.extend({ documentId: z.uuid() }).meta({ id: 'CompleteReceipt' });
export type CompleteReceipt = z.infer<typeof CompleteReceipt>;

export const completionOperations = {
  completeReceipt: operation('POST', '/receipts/:receiptId/complete', {
    summary: 'Complete a receipt that was diarised by its cover',
    description: 'Its scan comes with it, and the diary entry as it shall stand.',
    body: CompleteReceipt,
    answer: ReceiptChanged,
    ifMatch: 'required',
    changes: ['desk', 'receipt'],
    event: 'receipt.completed',
    refuses: [
      'date-in-future',
      'document-in-use',
      'grading-needs-officer',
      'illegal-receipt-move',
      'letter-has-scan',
      'unknown-document',
      'urgency-needs-officer',
      'urgency-not-in-use',
    ],
  }),
};
