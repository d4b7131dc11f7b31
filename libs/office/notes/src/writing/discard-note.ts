import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { countAsOpening, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { type NoteChanged, pendingOf, recordNote } from '../note/pending-note';

/** Throws the note in writing away. Nothing that was sent is touched, nor a note that another desk put up for correction. */
@Injectable()
export class DiscardNote {
  constructor(private readonly transactions: Transactions) {}

  @Serves('discardNote')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      if (pending.colour === 'green') authorizeAction(actor, 'confirm_note', custody);
      if (custody.forCorrection) throw new Refusal('note-of-another-desk');
      await countAsOpening(tx, custody);
      await tx.execute('DELETE FROM pending_note WHERE organisation_id = $1 AND file_id = $2', [
        custody.organisationId,
        fileId,
      ]);
      await recordNote(tx, custody, 'note.discarded', pending.id);
      return { id: pending.id, version: pending.version };
    });
  }
}
