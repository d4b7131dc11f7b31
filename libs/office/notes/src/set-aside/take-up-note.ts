import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DECISIONS, NOTE_KINDS, StructuredText } from '@patravali/contract';
import { countAsOpening, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { PendingNote } from '../note/note.entities';
import { findPending, type NoteChanged, recordNote, writtenBy } from '../note/pending-note';
import { refuseDecisionOfOthers } from '../note/refuse-untrue-note';

const TAKEN = z.object({
  content: StructuredText,
  decision: z.enum(DECISIONS).nullable(),
  kind: z.enum(NOTE_KINDS),
  mainNote: z.int().nullable(),
  discussedWith: z.array(z.uuid()).nullable(),
  preparedByUserId: z.uuid().nullable(),
});

/** The file is back: a note that was set aside on this desk is its note in writing again. */
@Injectable()
export class TakeUpNote {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `note-being-written`, `no-note-set-aside`. */
  @Serves('takeUpNote')
  execute(actor: Actor, fileId: string, noteId: string): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'note' });
      if (await findPending(tx, custody)) throw new Refusal('note-being-written');
      const [taken] = await tx.select(
        TAKEN,
        `DELETE FROM note_set_aside WHERE organisation_id = $1 AND file_id = $2 AND id = $3 AND post_id = $4
         RETURNING content, decision, kind, main_note AS "mainNote", to_jsonb(discussed_with) AS "discussedWith",
           prepared_by_user_id AS "preparedByUserId"`,
        [custody.organisationId, fileId, noteId, actor.postId],
      );
      if (!taken) throw new Refusal('no-note-set-aside');
      const { preparedByUserId, ...note } = taken;
      refuseDecisionOfOthers(actor, custody, note);
      await countAsOpening(tx, custody);
      await tx.insert(PendingNote, {
        id: noteId,
        fileId,
        organisationId: custody.organisationId,
        colour: 'yellow',
        ...note,
        ...writtenBy(actor, { preparedByUserId }),
        version: 1,
      });
      await recordNote(tx, custody, 'note.taken_up', noteId);
      return { id: noteId, version: 1 };
    });
  }
}
