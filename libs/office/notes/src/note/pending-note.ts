import type { Actor } from '@patravali/authorization';
import { prepares } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { PendingNote } from './note.entities';

/** What a command on the note in writing answers. `version` is the note's own, for the next If-Match. */
export interface NoteChanged {
  readonly id: string;
  readonly version: number;
}

/** The note in writing on the file, if there is one. */
export function findPending(tx: Transaction, { fileId }: FileCustody): Promise<PendingNote | null> {
  return tx.find(PendingNote, { fileId });
}

/** The note in writing, in the version that the writer saw. @throws Refusal `no-note`, `changed-meanwhile`. */
export async function pendingOf(
  tx: Transaction,
  custody: FileCustody,
  ifMatch: number | undefined,
): Promise<PendingNote> {
  const pending = await findPending(tx, custody);
  if (!pending) throw new Refusal('no-note');
  if (ifMatch !== undefined && ifMatch !== pending.version) {
    throw new Refusal('changed-meanwhile', { version: pending.version });
  }
  return pending;
}

/** Whose note it is from now on: whoever saved or confirmed it last, with the assistant who prepared it. */
export function writtenBy(
  { userId, postId, capacity }: Actor,
  before?: Pick<PendingNote, 'preparedByUserId'>,
): Pick<PendingNote, 'authorUserId' | 'authorPostId' | 'authorCapacity' | 'preparedByUserId'> {
  return {
    authorUserId: userId,
    authorPostId: postId,
    authorCapacity: capacity,
    preparedByUserId: prepares(capacity) ? userId : (before?.preparedByUserId ?? null),
  };
}

/** Whoever goes on writing after so long begins a new version. */
const SPELL = `INTERVAL '30 minutes'`;

/** The last version is of whoever it is the note of; not, when he confirmed what another had written. */
const WROTE_LAST_VERSION = `EXISTS (SELECT FROM note_version v WHERE v.organisation_id = pending_note.organisation_id
  AND v.file_id = pending_note.file_id AND v.number = pending_note.text_version
  AND v.user_id = pending_note.author_user_id AND v.post_id = pending_note.author_post_id)`;

/** The version that a person's text belongs to, as SQL for `textVersion`: one for each writing spell of a person. */
export function textVersionAfter(before: PendingNote, { userId, postId }: Actor): () => string {
  if (before.authorUserId !== userId || before.authorPostId !== postId) return () => 'text_version + 1';
  const sameSpell = `saved_at >= office_now() - ${SPELL} AND ${WROTE_LAST_VERSION}`;
  return () => `text_version + CASE WHEN ${sameSpell} THEN 0 ELSE 1 END`;
}

export async function changePending(
  tx: Transaction,
  pending: PendingNote,
  change: Parameters<typeof tx.update<PendingNote>>[2],
): Promise<number> {
  const version = pending.version + 1;
  await tx.update(PendingNote, { fileId: pending.fileId }, { ...change, version });
  return version;
}

/**
 * The event tells that the note was written, and nothing of its text: from a hash, likely sentences can be guessed. Whom
 * the history shows it before the note is frozen says `note-events.ts`.
 */
export async function recordNote(
  tx: Transaction,
  custody: FileCustody,
  name: `note.${'added' | 'changed' | 'confirmed' | 'taken_back' | 'taken_up' | 'discarded'}`,
  noteId: string,
): Promise<void> {
  await tx.record(name, custody.fileId, { relatedId: noteId });
}
