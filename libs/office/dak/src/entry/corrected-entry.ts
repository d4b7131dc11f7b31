import type { Actor } from '@patravali/authorization';
import { type Correction, type DiaryEntry, ENTRY_FIELDS } from '@patravali/contract';
import { readersOf, refuseGradingOfOthers, refuseUrgencyOfOthers } from '@patravali/custody';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { QueryDeepPartialEntity } from 'typeorm';
import { postsWithCopy } from '../copies/receipt-copies';
import { refuseFutureDays } from '../receipt/refuse-future-days';
import type { Receipt } from '../receipt/receipt.entity';

export function changesOf(before: DiaryEntry, after: DiaryEntry): Correction['changes'] {
  return ENTRY_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/**
 * What the row keeps of the entry as it shall stand. Whoever corrects a letter on the own desk has opened it.
 * @throws Refusal `date-in-future`, `grading-needs-officer`, `urgency-needs-officer`, `urgency-not-in-use`, `invalid-input`.
 */
export async function entryInRow(
  tx: Transaction,
  actor: Actor,
  receipt: Receipt,
  entry: DiaryEntry,
): Promise<QueryDeepPartialEntity<Receipt>> {
  const { id: receiptId } = receipt;
  refuseOtherWay(receipt, entry);
  await refuseFutureDays(tx, entry);
  refuseGradingOfOthers(actor, entry.grading, receipt.grading);
  await refuseUrgencyOfOthers(tx, actor, entry.urgency, receipt.urgency);
  return {
    ...entry,
    ...(entry.grading === receipt.grading
      ? {}
      : { readerPostIds: await readersOf(tx, { receiptId }, entry.grading, await postsWithCopy(tx, receiptId)) }),
    ...(receipt.openedAt === null && receipt.holderPostId === actor.postId ? { openedAt: NOW } : {}),
  };
}

/** A letter came from within the office, or did not: that is no matter of reading it right. @throws Refusal `invalid-input`. */
function refuseOtherWay(before: Pick<DiaryEntry, 'deliveryMode'>, after: Pick<DiaryEntry, 'deliveryMode'>): void {
  if ((before.deliveryMode === 'within_office') === (after.deliveryMode === 'within_office')) return;
  throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/deliveryMode', detail: 'within-office' }] });
}
