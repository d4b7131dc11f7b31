import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type AttachFile as AttachFileRequest, type FileChanged, type Grading, GRADINGS } from '@patravali/contract';
import {
  changeCustody,
  countAsOpening,
  CUSTODY,
  type FileCustody,
  lockCustody,
  lockInOrder,
  openingOf,
  otherFileOf,
} from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { hasPendingNote } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { isAbove } from '../file/gradings';

/**
 * Puts a file inside another on the same desk. From now on it lies where that lies, whichever act moves it, and takes no act of
 * its own until it is detached.
 */
@Injectable()
export class AttachFile {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `attached-to-itself`, `unknown-file`, `files-on-two-desks`, `file-attached` when the other is attached
   *   itself, `attached-on-one-level`, `attached-more-graded`, `note-in-the-way`.
   */
  @Serves('attachFile')
  execute(actor: Actor, fileId: string, { mainFileId }: AttachFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      await lockInOrder(tx, [fileId, mainFileId]);
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'attach', ifMatch });
      if (mainFileId.toLowerCase() === custody.fileId) throw new Refusal('attached-to-itself');
      // It is written on the sheet of neither: the other may be set aside, as for a note.
      const main = await otherFileOf(tx, actor, mainFileId, { pointer: '#/mainFileId', move: 'note' });
      if (custody.attachedFiles > 0) throw new Refusal('attached-on-one-level');
      if (isAbove(custody.grading, main.grading)) throw new Refusal('attached-more-graded');
      if (await hasPendingNote(tx, custody)) throw new Refusal('note-in-the-way');
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        state,
        attachedToFileId: main.fileId,
        backFromParking: null,
      });
      await countAsOpening(tx, main);
      await tx.record('file.attached', fileId, { relatedId: main.fileId });
      return { id: fileId, version };
    });
  }
}

/** Whoever takes a file takes what is inside. @throws Refusal `attached-more-graded`. */
export async function refuseBelowAttached(
  tx: Transaction,
  { organisationId, fileId, attachedFiles }: FileCustody,
  grading: Grading,
): Promise<void> {
  if (attachedFiles === 0) return;
  const inside = await tx.select(
    z.object({ grading: z.enum(GRADINGS) }),
    `SELECT c.grading FROM ${CUSTODY} WHERE c.organisation_id = $1 AND c.attached_to_file_id = $2`,
    [organisationId, fileId],
  );
  if (inside.some((file) => isAbove(file.grading, grading))) throw new Refusal('attached-more-graded');
}
