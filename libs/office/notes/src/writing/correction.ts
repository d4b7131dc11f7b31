import type { Actor } from '@patravali/authorization';
import { isEmptyText, withoutEmptyBlocks } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { PendingNote } from '../note/note.entities';
import { changePending, findPending, pendingOf } from '../note/pending-note';

/**
 * Makes the yellow note of this desk one that travels with its file, to be corrected.
 * @returns its id.
 * @throws Refusal `no-note`, `note-confirmed` for a green one, `note-empty`.
 */
export async function putUpPendingNote(tx: Transaction, actor: Actor, custody: FileCustody): Promise<string> {
  const pending = await pendingOf(tx, custody, undefined);
  if (pending.colour === 'green') throw new Refusal('note-confirmed');
  if (isEmptyText(withoutEmptyBlocks(pending.content))) throw new Refusal('note-empty');
  const { userId, postId, capacity } = actor;
  await changePending(tx, pending, { putUpByUserId: userId, putUpByPostId: postId, putUpCapacity: capacity });
  return pending.id;
}

/**
 * Makes the corrected note one of its author's desk again. A decision taken on it stays with whoever took it: the author's own
 * is brought again.
 * @returns its id.
 */
export async function bringNoteHome(tx: Transaction, custody: FileCustody): Promise<string> {
  const pending = await pendingOf(tx, custody, undefined);
  await changePending(tx, pending, { decision: DECISION_OF_AUTHOR });
  return pending.id;
}

const DECISION_OF_AUTHOR = () =>
  `(SELECT v.decision FROM note_version v WHERE v.organisation_id = pending_note.organisation_id
      AND v.file_id = pending_note.file_id AND v.post_id = pending_note.put_up_by_post_id ORDER BY v.number DESC LIMIT 1)`;

/** Whether a yellow note lies on the file: on a desk that has not opened it, one that came with it. */
export async function hasPendingNote(tx: Transaction, custody: FileCustody): Promise<boolean> {
  return (await findPending(tx, custody)) !== null;
}

/** Whether the note was put up for correction and is with somebody else than whoever put it up. */
export function isWithSuperior({ putUpByPostId }: Pick<PendingNote, 'putUpByPostId'>, custody: FileCustody): boolean {
  return putUpByPostId !== null && putUpByPostId !== custody.holderPostId;
}
