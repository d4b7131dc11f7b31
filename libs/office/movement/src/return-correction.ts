import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ReturnCorrection as ReturnCorrectionRequest } from '@patravali/contract';
import { changeCustody, lastArrival, lockCustody, openingOf, withReaders, writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { bringNoteHome } from '@patravali/notes';
import { rememberSent } from './sent-files';

/**
 * Sends the file back with the yellow note, corrected or not, to the post that put it up. It is that post's note again; no
 * line of it stands on the sheet.
 */
@Injectable()
export class ReturnCorrection {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, request: ReturnCorrectionRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'return_correction', ifMatch });
      const toPostId = custody.senderPostId;
      if (!toPostId) throw new Refusal('no-sender');
      const noteId = await bringNoteHome(tx, custody);
      await openingOf(tx, custody);
      const earlier = await lastArrival(tx, custody, toPostId);
      const [action, dueOn] = [earlier?.action ?? null, earlier?.dueOn ?? null];
      const sequence = custody.movements + 1;
      const { remarks = null } = request;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: custody.notes },
        ...{ sequence, kind: 'correction_returned', fromPostId: custody.holderPostId, toPostId },
        ...{ urgency: custody.urgency, remarks },
      });
      const version = await changeCustody(tx, custody, {
        ...{ holderPostId: toPostId, senderPostId: actor.postId, forCorrection: false },
        readerPostIds: withReaders(custody.readerPostIds, custody.grading, [actor.postId, toPostId], []),
        ...{ action, decision: null, returned: false, dueOn, sentRemarks: remarks },
        ...{ since: NOW, openedAt: null, movements: sequence },
      });
      await rememberSent(tx, actor.postId, fileId);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.correction_returned',
        relatedId: noteId,
        reason: remarks ?? undefined,
        data: { movement: sequence, toPostId },
      });
      return { id: fileId, version };
    });
  }
}
