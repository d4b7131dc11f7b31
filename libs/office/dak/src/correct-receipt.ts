import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type CorrectReceipt as CorrectReceiptRequest, markingInBoth, type ReceiptChanged } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { Post } from '@patravali/organisation';
import { changesOf, entryInRow } from './entry/corrected-entry';
import { changeReceipt, lockSeenReceipt } from './receipt/lock-receipt';
import { receiptStateAfter } from './receipt/receipt-lifecycle';
import type { Receipt } from './receipt/receipt.entity';

/**
 * Corrects a diary entry, with a reason: an act of the post that made it or of the one that holds the letter, until it is
 * filed or closed. The number never changes, and the old values stay to be read in the diary.
 */
@Injectable()
export class CorrectReceipt {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The event keeps the old and the new values.
   * @throws Refusal `entry-of-another-desk`, `entry-filed`, `illegal-receipt-move`, `date-in-future`, `grading-needs-officer`, `urgency-needs-officer`, `urgency-not-in-use`,
   *   and `invalid-input` when nothing would change, or whether it came from within the office.
   */
  @Serves('correctReceipt')
  execute(actor: Actor, receiptId: string, request: CorrectReceiptRequest, ifMatch: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { reason, ...entry } = request;
      const receipt = await lockSeenReceipt(tx, actor, { receiptId, ifMatch });
      if (receipt.state === 'in_file') throw new Refusal('entry-filed');
      receiptStateAfter('correct', receipt.state);
      if (!actor.ability.can('correct', receipt)) throw await ofAnotherDesk(tx, actor, receipt);
      const changes = changesOf(receipt, entry);
      if (changes.length === 0) throw nothingChanged();
      const version = await changeReceipt(tx, receipt, await entryInRow(tx, actor, receipt, entry));
      await tx.record('receipt.corrected', receiptId, { reason, data: { changes } });
      return { id: receiptId, version };
    });
  }
}

/** Names those who may: the desk that made the entry, and the one that holds the letter. */
async function ofAnotherDesk(tx: Transaction, actor: Actor, receipt: Receipt): Promise<Refusal> {
  const ids = [...new Set([receipt.diarisedByPostId, receipt.holderPostId].filter((id) => id !== null))];
  const posts = await Promise.all(ids.map((id) => tx.find(Post, { id })));
  return new Refusal('entry-of-another-desk', {
    post: markingInBoth(actor.post),
    posts: posts.flatMap((post) => (post ? [markingInBoth(post)] : [])),
  });
}

function nothingChanged(): Refusal {
  return new Refusal('invalid-input', {}, { errors: [{ pointer: '#/subject', detail: 'unchanged' }] });
}
