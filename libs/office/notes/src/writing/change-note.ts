import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { type NoteContent, prepares } from '@patravali/contract';
import { countAsOpening, type FileCustody, lockCustody } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { type Participant, participantsOf } from '../discussions/participants';
import type { PendingNote } from '../note/note.entities';
import {
  changePending,
  type NoteChanged,
  pendingOf,
  recordNote,
  textVersionAfter,
  writtenBy,
} from '../note/pending-note';
import { kindOf, refuseUnfitMainNote } from '../note/note-kind';
import { refuseDecisionOfOthers } from '../note/refuse-untrue-note';

/** Saves the text of the yellow note; a green one must be taken back first. */
@Injectable()
export class ChangeNote {
  constructor(private readonly transactions: Transactions) {}

  @Serves('changeNote')
  execute(actor: Actor, fileId: string, content: NoteContent, ifMatch: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      refuseOtherDecision(actor, custody, content, pending);
      if (pending.colour === 'green') throw new Refusal('note-confirmed');
      const kind = kindOf(content);
      await refuseUnfitMainNote(tx, custody, kind);
      const author = authorOf(actor, custody, pending);
      await participantsOf(tx, { author, discussedWith: kind.discussedWith });
      await countAsOpening(tx, custody);
      const version = await changePending(tx, pending, {
        content: content.text,
        decision: content.decision,
        ...kind,
        ...writtenBy(actor, pending),
        savedAt: NOW,
        textVersion: textVersionAfter(pending, actor),
      });
      await recordNote(tx, custody, 'note.changed', pending.id);
      return { id: pending.id, version };
    });
  }
}

/** Of a note that is up for correction whoever put it up, until another makes it his own. */
function authorOf(
  actor: Actor,
  { forCorrection }: FileCustody,
  { putUpByUserId, putUpByPostId }: PendingNote,
): Participant {
  if (!forCorrection || !putUpByUserId || !putUpByPostId) return actor;
  return { userId: putUpByUserId, postId: putUpByPostId };
}

/** What an officer has decided on the yellow note his assistant neither changes nor takes off. */
function refuseOtherDecision(actor: Actor, custody: FileCustody, content: NoteContent, pending: PendingNote): void {
  if (content.decision === pending.decision) return;
  if (prepares(actor.capacity)) authorizeAction(actor, 'decide', custody);
  refuseDecisionOfOthers(actor, custody, content);
}
