import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NoteColour } from '@patravali/contract';
import {
  changeCustody,
  countAsOpening,
  type FileCustody,
  lockCustody,
  openingOf,
  stateAfter,
} from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { changePending, type NoteChanged, pendingOf, recordNote } from '../note/pending-note';
import { isWithSuperior } from './correction';

/**
 * Takes a green note back to yellow, which its desk may until it freezes. One that was put up for correction is up again, and
 * may still be returned: so the file must lie on the desk, neither parked nor in the call book nor inside another.
 */
@Injectable()
export class TakeBackNote {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `no-note`; for one that is up again `file-parked`, `file-in-call-book`, `file-attached`. */
  @Serves('takeBackNote')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'confirm_note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      const version = await changePending(tx, pending, { colour: 'yellow' satisfies NoteColour, signature: null });
      if (isWithSuperior(pending, custody)) await putUpAgain(tx, custody);
      else await countAsOpening(tx, custody);
      await recordNote(tx, custody, 'note.taken_back', pending.id);
      return { id: pending.id, version };
    });
  }
}

async function putUpAgain(tx: Transaction, custody: FileCustody): Promise<void> {
  const { state, parkedUntil, parkedFor, reviewOn } = custody;
  stateAfter('return_correction', { state, parkedUntil, parkedFor, reviewOn, forCorrection: true });
  await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), forCorrection: true });
}
