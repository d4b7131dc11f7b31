import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DetachLetter as DetachLetterRequest, FileChanged } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { diaryNumberInEvent, changeReceipt, lockReceipt } from '@patravali/dak';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { letterOf } from './on-file/letter-of-file';

/**
 * Takes a letter off the file into which it was put by mistake, before the file leaves the desk. Its serial and its pages
 * stay given, marked as detached; the receipt lies again on the desk of the holder.
 */
@Injectable()
export class DetachLetter {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `letter-detached`, `office-copy-stays`, `letter-went-with-file`. */
  @Serves('detachLetter')
  execute(
    actor: Actor,
    fileId: string,
    serial: number,
    { reason }: DetachLetterRequest,
    ifMatch?: number,
  ): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'add_receipt', ifMatch });
      const letter = await letterOf(tx, custody, serial);
      const { receiptId, firstPage, pages } = letter;
      if (receiptId === null) throw new Refusal('office-copy-stays', { serial });
      if (letter.movements !== custody.movements) throw new Refusal('letter-went-with-file', { serial });
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'detach' });
      await tx.execute(
        `UPDATE correspondence SET flag = NULL, detached_at = office_now(), detach_reason = $3, detached_by_user_id = $4,
           detached_by_post_id = $5, detached_capacity = $6
         WHERE organisation_id = $1 AND id = $2`,
        [actor.organisationId, letter.id, reason, actor.userId, actor.postId, actor.capacity],
      );
      await changeReceipt(tx, receipt, { state, fileId: null, holderPostId: custody.holderPostId });
      const version = await changeCustody(tx, custody, await openingOf(tx, custody));
      await tx.record('correspondence.detached', fileId, {
        relatedId: receiptId,
        reason,
        data: { serial, firstPage, lastPage: firstPage + pages - 1, ...diaryNumberInEvent(receipt) },
      });
      return { id: fileId, version };
    });
  }
}
