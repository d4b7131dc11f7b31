import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ReopenFile as ReopenFileRequest } from '@patravali/contract';
import { changeCustody, lockCustody, readersWith, writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';

/** Reopens a closed file with a reason: an officer's act. It comes back to the post that closed it. */
@Injectable()
export class ReopenFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `part-incorporated`, `volume-continued`. */
  @Serves('reopenFile')
  execute(actor: Actor, fileId: string, request: ReopenFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'reopen', ifMatch });
      if (custody.incorporated) throw new Refusal('part-incorporated');
      if (custody.continued) throw new Refusal('volume-continued', { number: custody.closingReason ?? '' });
      const sequence = custody.movements + 1;
      const toPostId = custody.closedByPostId ?? actor.postId;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: custody.notes },
        sequence,
        kind: 'reopened',
        fromPostId: null,
        toPostId,
        remarks: request.reason,
      });
      const version = await changeCustody(tx, custody, {
        state,
        holderPostId: toPostId,
        readerPostIds: await readersWith(tx, custody.readerPostIds, custody.grading, [toPostId]),
        since: NOW,
        openedAt: null,
        closedByPostId: null,
        closingReason: null,
        movements: sequence,
      });
      await tx.record('file.reopened', fileId, { reason: request.reason, data: { movement: sequence, toPostId } });
      return { id: fileId, version };
    });
  }
}
