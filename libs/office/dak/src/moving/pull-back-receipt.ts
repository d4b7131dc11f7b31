import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  markingInBoth,
  type PullBackReceipt as PullBackReceiptRequest,
  type ReceiptChanged,
} from '@patravali/contract';
import { lastArrivalOfReceipt, readersOf, writeMovement } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { Post } from '@patravali/organisation';
import { postsWithCopy, takeBackCopies } from '../copies/receipt-copies';
import { changeReceipt, lockReceipt } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';

/**
 * The sender takes back a receipt that the other desk has not opened, and with it the copies that nobody has seen. It lies
 * with him as it had come to him.
 */
@Injectable()
export class PullBackReceipt {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `letter-opened`. */
  @Serves('pullBackReceipt')
  execute(actor: Actor, receiptId: string, request: PullBackReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'pull_back', ifMatch });
      if (receipt.openedAt) throw await alreadyOpened(tx, receipt);
      const earlier = await lastArrivalOfReceipt(tx, receiptId, actor.postId);
      const sequence = receipt.movements + 1;
      await writeMovement(tx, actor, {
        thing: { receiptId },
        sequence,
        kind: 'pulled_back',
        remarks: request.reason,
        fromPostId: receipt.holderPostId,
        toPostId: actor.postId,
      });
      const takenBack = await takeBackCopies(tx, receiptId, receipt.movements);
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: actor.postId,
        senderPostId: earlier?.senderPostId ?? null,
        returned: earlier?.returned ?? false,
        redirected: earlier?.redirected ?? false,
        action: earlier?.action ?? null,
        dueOn: earlier?.dueOn ?? null,
        sentRemarks: earlier?.remarks ?? null,
        since: NOW,
        openedAt: NOW,
        movements: sequence,
        ...(takenBack > 0 ? { readerPostIds: await readersAnew(tx, receipt) } : {}),
      });
      await tx.record('receipt.pulled_back', receiptId, {
        reason: request.reason,
        data: { movement: sequence, fromPostId: receipt.holderPostId },
      });
      return { id: receiptId, version };
    });
  }
}

/** Whoever had only a copy that was taken back reads the receipt no more. */
async function readersAnew(tx: Transaction, { id: receiptId, grading }: Receipt): Promise<string[]> {
  return await readersOf(tx, { receiptId }, grading, await postsWithCopy(tx, receiptId));
}

/** Says on whose desk it has been opened. */
async function alreadyOpened(tx: Transaction, { holderPostId }: Receipt): Promise<Refusal> {
  const post = holderPostId === null ? null : await tx.find(Post, { id: holderPostId });
  return new Refusal('letter-opened', { post: markingInBoth(post) });
}
