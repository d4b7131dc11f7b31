import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ReturnCorrection as ReturnCorrectionRequest } from '@patravali/contract';
import { explanationFor, lastArrival, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { bringNoteHome } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { moveToDesk } from '../sending/move-to-desk';

/**
 * Sends the file back with the yellow note, corrected or not, to the post that put it up. It is that post's note again; no
 * line of it stands on the sheet.
 */
@Injectable()
export class ReturnCorrection {
  constructor(private readonly transactions: Transactions) {}

  @Serves('returnCorrection')
  execute(actor: Actor, fileId: string, request: ReturnCorrectionRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'return_correction', ifMatch });
      const toPostId = custody.senderPostId;
      if (!toPostId) throw new Refusal('no-sender');
      const explanation = await explanationFor(tx, custody, request.explanation);
      const noteId = await bringNoteHome(tx, custody);
      await openingOf(tx, custody);
      const earlier = await lastArrival(tx, custody, toPostId);
      return await moveToDesk(tx, actor, custody, {
        kind: 'correction_returned',
        toPostId,
        superiorPostIds: [],
        remarks: request.remarks ?? null,
        line: { explanation },
        custody: {
          forCorrection: false,
          decision: null,
          recommendedTo: null,
          action: earlier?.action ?? null,
          dueOn: earlier?.dueOn ?? null,
        },
        event: { relatedId: noteId },
      });
    });
  }
}
