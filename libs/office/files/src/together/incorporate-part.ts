import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import {
  askWhetherDue,
  changeCustody,
  FileCustody,
  lockCustody,
  openingOf,
  seenCustody,
  stateAfterAct,
  withReaders,
  writeMovement,
} from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { hasPendingNote, incorporateNotes } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { ClosingChecks } from '../file/closing-checks';
import { ON_NO_DESK } from '../file/on-no-desk';
import { OfficeFile } from '../file/office-file.entity';
import { isAbove } from '../file/gradings';

/**
 * Both lie on one desk: the notes of the part come into the sheet of the main file, with the next numbers there, and the part is
 * closed for good. It stays where it can be read, so that its own numbers lead to the same notes, and its letters stay on it.
 */
@Injectable()
export class IncorporatePart {
  constructor(
    private readonly transactions: Transactions,
    private readonly closingChecks: ClosingChecks,
  ) {}

  /**
   * @throws Refusal `no-part`, `files-on-two-desks`, `files-attached`, `note-in-the-way`, `part-more-graded`, and what closing a
   *   file is refused for.
   */
  @Serves('incorporatePart')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const cover = await tx.find(OfficeFile, { id: fileId });
      const mainFileId = cover?.mainFileId ?? null;
      // The main file first, as its movements do, which show a part to its readers.
      const main = mainFileId === null ? null : await tx.lock(FileCustody, { fileId: mainFileId });
      const { custody: part, state } = await lockCustody(tx, actor, { fileId, move: 'incorporate', ifMatch });
      if (!main || !cover) throw new Refusal('no-part');
      if (main.holderPostId !== actor.postId) throw new Refusal('files-on-two-desks');
      await askWhetherDue(tx, actor, [main]);
      stateAfterAct(actor, { move: 'note' }, seenCustody(actor, main));
      if (part.attachedFiles > 0) throw new Refusal('files-attached');
      if (isAbove(part.grading, main.grading)) throw new Refusal('part-more-graded');
      if (await hasPendingNote(tx, part)) throw new Refusal('note-in-the-way');
      await this.closingChecks.refuseUnfinished(tx, part);

      const opening = await openingOf(tx, part);
      const { number } = await tx.lock(OfficeFile, { id: main.fileId });
      const sequence = part.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: part.notes },
        sequence,
        kind: 'closed',
        fromPostId: part.holderPostId,
        toPostId: null,
        remarks: number,
      });
      const version = await changeCustody(tx, part, {
        state,
        incorporated: true,
        ...opening,
        ...ON_NO_DESK,
        backFromParking: null,
        closedByPostId: actor.postId,
        closingReason: number,
        movements: sequence,
        ...(part.grading === 'normal' && {
          readerPostIds: withReaders(part.readerPostIds, part.grading, main.readerPostIds, []),
        }),
      });
      const counts = await incorporateNotes(tx, part, main);
      await changeCustody(tx, main, { ...(await openingOf(tx, main)), ...counts });
      await tx.record('file.part_incorporated', fileId, {
        relatedId: main.fileId,
        data: { movement: sequence, firstNote: main.notes + 1, lastNote: counts.notes },
      });
      return { id: fileId, version };
    });
  }
}
