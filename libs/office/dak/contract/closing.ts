import { Instant, operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { ActorRef } from '../../organisation/contract/organisation';
import { ReceiptChanged } from './receipt-moves';

/** Why no file is needed for it. */
export const CloseReceipt = z.strictObject({ reason: Reason }).meta({ id: 'CloseReceipt' });
export type CloseReceipt = z.infer<typeof CloseReceipt>;

/** Why it is taken up again. */
export const ReopenReceipt = z.strictObject({ reason: Reason }).meta({ id: 'ReopenReceipt' });
export type ReopenReceipt = z.infer<typeof ReopenReceipt>;

/** By whom a receipt was closed without a file, when, and why. */
export const ReceiptClosing = z
  .object({ by: ActorRef, at: Instant, reason: z.string() })
  .meta({ id: 'ReceiptClosing' });
export type ReceiptClosing = z.infer<typeof ReceiptClosing>;

export const closingOperations = {
  closeReceipt: operation('POST', '/receipts/:receiptId/close', {
    summary: 'Close a receipt without a file',
    body: CloseReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.closed',
    refuses: ['illegal-receipt-move'],
  }),
  reopenReceipt: operation('POST', '/receipts/:receiptId/reopen', {
    summary: 'Reopen a receipt that was closed without a file',
    description: 'It comes to the desk of the acting post.',
    body: ReopenReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.reopened',
    refuses: ['closed-by-another', 'illegal-receipt-move'],
  }),
};
