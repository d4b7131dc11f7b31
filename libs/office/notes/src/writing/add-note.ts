import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NoteContent } from '@patravali/contract';
import { countAsOpening, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { participantsOf } from '../discussions/participants';
import { PendingNote } from '../note/note.entities';
import { findPending, type NoteChanged, recordNote, writtenBy } from '../note/pending-note';
import { kindOf, refuseUnfitMainNote } from '../note/note-kind';
import { refuseDecisionOfOthers } from '../note/refuse-untrue-note';

/** Begins the yellow note of this desk. There is one at a time. */
@Injectable()
export class AddNote {
  constructor(private readonly transactions: Transactions) {}

  @Serves('addNote')
  execute(actor: Actor, fileId: string, content: NoteContent): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'note' });
      refuseDecisionOfOthers(actor, custody, content);
      if (await findPending(tx, custody)) throw new Refusal('note-being-written');
      const kind = kindOf(content);
      await refuseUnfitMainNote(tx, custody, kind);
      await participantsOf(tx, { author: actor, discussedWith: kind.discussedWith });
      await countAsOpening(tx, custody);
      const id = uuidv7();
      await tx.insert(PendingNote, {
        id,
        fileId,
        organisationId: custody.organisationId,
        colour: 'yellow',
        content: content.text,
        decision: content.decision,
        ...kind,
        ...writtenBy(actor),
        version: 1,
      });
      await recordNote(tx, custody, 'note.added', id);
      return { id, version: 1 };
    });
  }
}
