import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NoteContent } from '@patravali/contract';
import { lockCustody } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { changePending, type NoteChanged, pendingOf, recordNote } from './pending-note';
import { refuseDecisionOfOthers } from './refuse-untrue-note';

/** Saves the text of the yellow note; a green one must be taken back first. */
@Injectable()
export class ChangeNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, content: NoteContent, ifMatch: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'note' });
      refuseDecisionOfOthers(actor, custody, content);
      const pending = await pendingOf(tx, custody, ifMatch);
      if (pending.colour === 'green') throw new Refusal('note-confirmed');
      const version = await changePending(tx, pending, {
        content: content.text,
        decision: content.decision,
        authorUserId: actor.userId,
        authorPostId: actor.postId,
        savedAt: NOW,
      });
      await recordNote(tx, custody, 'note.changed', pending.id);
      return { id: pending.id, version };
    });
  }
}
