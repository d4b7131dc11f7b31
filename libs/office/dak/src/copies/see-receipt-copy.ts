import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { markingInBoth, type ReceiptChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { lockSeenReceipt } from '../receipt/lock-receipt';

/**
 * The acting post has seen its copy of a receipt: from then on nobody takes it back. Nothing of the receipt changes, and its
 * version does not count it.
 */
@Injectable()
export class SeeReceiptCopy {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `no-copy` where that post has none. */
  @Serves('seeReceiptCopy')
  execute(actor: Actor, receiptId: string): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const receipt = await lockSeenReceipt(tx, actor, { receiptId });
      authorizeAction(actor, 'see_copy', receipt);
      const key = [actor.organisationId, receiptId, actor.postId];
      const [copy] = await tx.select(
        z.object({ seen: z.boolean() }),
        `SELECT k.seen_at IS NOT NULL AS seen FROM receipt_copy k
         WHERE k.organisation_id = $1 AND k.receipt_id = $2 AND k.post_id = $3 AND k.taken_back_at IS NULL`,
        key,
      );
      if (!copy) throw new Refusal('no-copy', { post: markingInBoth(actor.post) });
      if (!copy.seen) {
        await tx.execute(
          `UPDATE receipt_copy SET seen_at = office_now(), seen_by_user_id = $4, seen_capacity = $5
           WHERE organisation_id = $1 AND receipt_id = $2 AND post_id = $3`,
          [...key, actor.userId, actor.capacity],
        );
      }
      await tx.record('receipt.copy_seen', receiptId, { data: { first: !copy.seen } });
      return { id: receiptId, version: receipt.version };
    });
  }
}
