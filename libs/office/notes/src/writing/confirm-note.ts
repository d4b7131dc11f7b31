import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { isEmptyText, type NoteColour, withoutEmptyBlocks } from '@patravali/contract';
import { changeCustody, countAsOpening, type FileCustody, lockCustody, openingOf } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { participantsAmong } from '../discussions/participants';
import { refuseWordlessKind } from '../note/note-kind';
import { NoteReferences } from '../note/note-references';
import type { PendingNote } from '../note/note.entities';
import { changePending, type NoteChanged, pendingOf, recordNote, writtenBy } from '../note/pending-note';
import { refuseReversal } from '../sheet/refuse-reversal';
import { refuseUntrueNote } from '../note/refuse-untrue-note';
import { readSheetFacts } from '../note/read-sheet-facts';
import type { PendingSignature } from '../note/note-signature.entity';
import { readSheet } from '../sheet/note-sheet';

/**
 * Turns the yellow note green: official, though it freezes only when the file is sent or closed. A note that was put up for
 * correction becomes the note of whoever confirms it.
 */
@Injectable()
export class ConfirmNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: NoteReferences,
  ) {}

  /** @param signature of its author, over these very words. */
  @Serves('confirmNote')
  execute(actor: Actor, fileId: string, ifMatch?: number, signature?: PendingSignature): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, pending } = await this.confirmable(tx, actor, fileId, ifMatch);
      const version = await changePending(tx, pending, {
        colour: 'green' satisfies NoteColour,
        ...writtenBy(actor, pending),
        signature: signature ?? null,
      });
      await openAsOwn(tx, custody);
      await recordNote(tx, custody, 'note.confirmed', pending.id);
      return { id: pending.id, version };
    });
  }

  /** Locks the file; changes nothing. @throws Refusal when the note in writing cannot be confirmed. */
  async confirmable(
    tx: Transaction,
    actor: Actor,
    fileId: string,
    ifMatch: number | undefined,
  ): Promise<{ custody: FileCustody; pending: PendingNote }> {
    const { custody } = await lockCustody(tx, actor, { fileId, move: 'confirm_note' });
    const pending = await pendingOf(tx, custody, ifMatch);
    const text = withoutEmptyBlocks(pending.content);
    const { decision, discussedWith } = pending;
    if (isEmptyText(text) && !decision) throw new Refusal('note-empty');
    refuseWordlessKind(pending, text);
    const note = { custody, text, needsWordsBefore: true, discussedWith, mainNote: null };
    const [facts, sheet] = await Promise.all([
      readSheetFacts(tx, this.references, actor, [note]),
      readSheet(tx, actor, fileId),
    ]);
    refuseUntrueNote(facts, actor, { custody, text, decision, within: '#' });
    refuseReversal(sheet, { text, decision }, '#');
    participantsAmong(facts.held, { author: actor, discussedWith });
    facts.refuseBroken(custody, text);
    return { custody, pending };
  }
}

/** A note that was up for correction is the note of this desk from now on, and the file may move on. */
async function openAsOwn(tx: Transaction, custody: FileCustody): Promise<void> {
  if (!custody.forCorrection) return countAsOpening(tx, custody);
  await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), forCorrection: false });
}
