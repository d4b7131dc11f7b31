import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { markingInBoth, type ReceiptChanged, type ReopenReceipt as ReopenReceiptRequest } from '@patravali/contract';
import { readersWith, writeMovement } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { Post } from '@patravali/organisation';
import { z } from 'zod';
import { changeReceipt, lockReceipt } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';
import { mayReopen } from './who-reopens';

/** Whoever closed a receipt, or stands above that post, takes it up again on the own desk, with a reason. */
@Injectable()
export class ReopenReceipt {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `closed-by-another`. */
  @Serves('reopenReceipt')
  execute(actor: Actor, receiptId: string, request: ReopenReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'reopen', ifMatch });
      const [readerPostIds] = await Promise.all([
        readersWith(tx, receipt.readerPostIds, receipt.grading, [actor.postId]),
        refuseReopening(tx, actor, receipt),
      ]);
      const sequence = receipt.movements + 1;
      await writeMovement(tx, actor, {
        thing: { receiptId },
        sequence,
        kind: 'reopened',
        remarks: request.reason,
        fromPostId: null,
        toPostId: actor.postId,
      });
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: actor.postId,
        closedByPostId: null,
        readerPostIds,
        since: NOW,
        openedAt: NOW,
        movements: sequence,
      });
      await tx.record('receipt.reopened', receiptId, {
        reason: request.reason,
        data: { movement: sequence, toPostId: actor.postId },
      });
      return { id: receiptId, version };
    });
  }
}

/** @throws Refusal `closed-by-another`, which names the post that closed it. */
async function refuseReopening(tx: Transaction, actor: Actor, { id, closedByPostId }: Receipt): Promise<void> {
  const [asked] = await tx.select(
    z.object({ may: z.boolean() }),
    `SELECT ${mayReopen('$3')} AS may FROM receipt r WHERE r.organisation_id = $1 AND r.id = $2`,
    [actor.organisationId, id, actor.postId],
  );
  if (asked?.may === true) return;
  const post = closedByPostId === null ? null : await tx.find(Post, { id: closedByPostId });
  throw new Refusal('closed-by-another', { post: markingInBoth(post) });
}
