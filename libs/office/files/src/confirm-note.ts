import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type NoteColour, withoutEmptyParagraphs } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockCustody } from './lock-custody';
import { refuseBrokenReferences } from './references';
import { changePending, type NoteChanged, pendingOf, recordNote } from './write-note';

/** Turns the yellow note green: official, though it freezes only when the file is sent or closed. */
@Injectable()
export class ConfirmNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      if (withoutEmptyParagraphs(pending.content).paragraphs.length === 0 && !pending.decision) {
        throw new Refusal('note-empty');
      }
      await refuseBrokenReferences(tx, custody, pending.content);
      const version = await changePending(tx, pending, { colour: 'green' satisfies NoteColour });
      await recordNote(tx, custody, 'note.confirmed', { text: pending.content, decision: pending.decision });
      return { id: pending.id, version };
    });
  }
}

/** Takes a green note back to yellow, which its desk may until it freezes. */
@Injectable()
export class TakeBackNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      const version = await changePending(tx, pending, { colour: 'yellow' satisfies NoteColour });
      await recordNote(tx, custody, 'note.taken_back', null);
      return { id: pending.id, version };
    });
  }
}

/** Throws the note in writing away. Nothing that was sent is touched. */
@Injectable()
export class DiscardNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      await tx.query('DELETE FROM pending_note WHERE organisation_id = $1 AND file_id = $2', [
        custody.organisationId,
        fileId,
      ]);
      await recordNote(tx, custody, 'note.discarded', null);
      return { id: pending.id, version: pending.version };
    });
  }
}
