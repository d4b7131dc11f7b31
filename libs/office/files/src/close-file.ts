import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CloseFile as CloseFileRequest, FileChanged } from '@patravali/contract';
import { changeCustody, explanationFor, lockCustody, openingOf, writeMovement } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { FreezeNote, frozenFacts, readSheet, refuseUndecided } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { ClosingChecks } from './file/closing-checks';
import { ON_NO_DESK } from './file/on-no-desk';
import { refuseClosingApart } from './together/refuse-closing';

/** Closes the file with a reason: an officer's act. It then lies on no desk, and nothing may travel inside it. */
@Injectable()
export class CloseFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezeNote: FreezeNote,
    private readonly closingChecks: ClosingChecks,
  ) {}

  @Serves('closeFile')
  execute(actor: Actor, fileId: string, request: CloseFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [{ custody, state }, sheet] = await Promise.all([
        lockCustody(tx, actor, { fileId, move: 'close', ifMatch }),
        readSheet(tx, actor, fileId),
      ]);
      await refuseClosingApart(tx, custody);
      await this.closingChecks.refuseUnfinished(tx, custody);
      const explanation = await explanationFor(tx, custody, request.explanation);
      const opening = await openingOf(tx, custody);
      const frozen = await this.freezeNote.execute(
        tx,
        actor,
        { custody, sheet },
        {
          confirmNote: request.confirmNote,
          signsAlone: false,
        },
      );
      // Also on what the note says with which it is closed.
      await refuseUndecided(tx, actor, custody);
      const sequence = custody.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: frozen?.counts.notes ?? custody.notes },
        sequence,
        kind: 'closed',
        fromPostId: custody.holderPostId,
        toPostId: null,
        remarks: request.reason,
        decision: frozen?.decision,
        recommendedTo: frozen?.recommendedTo,
        explanation,
      });
      const version = await changeCustody(tx, custody, {
        state,
        ...opening,
        ...ON_NO_DESK,
        closedByPostId: actor.postId,
        closingReason: request.reason,
        movements: sequence,
        ...frozen?.counts,
      });
      await tx.record('file.closed', fileId, {
        reason: request.reason,
        contentHash: frozen?.contentHash,
        data: { movement: sequence, ...frozenFacts(frozen), ...(explanation ? { explanation } : {}) },
      });
      return { id: fileId, version };
    });
  }
}
