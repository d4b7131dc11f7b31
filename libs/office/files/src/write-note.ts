import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NoteContent } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { canonicalHash } from '@patravali/ledger';
import { v7 as uuidv7 } from 'uuid';
import { countAsOpening, NOW } from './change-custody';
import type { FileCustody } from './file-custody.entity';
import { lockCustody } from './lock-custody';
import { PendingNote } from './note.entities';

/** What a command on the note in writing answers. `version` is the note's own, for the next If-Match. */
export interface NoteChanged {
  readonly id: string;
  readonly version: number;
}

/** Begins the yellow note of this desk. There is one at a time. */
@Injectable()
export class AddNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, content: NoteContent): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'note' });
      if (await findPending(tx, custody)) throw new Refusal('note-being-written');
      await countAsOpening(tx, custody);
      const id = uuidv7();
      await tx.insert(PendingNote, {
        id,
        fileId,
        organisationId: custody.organisationId,
        colour: 'yellow',
        content: content.text,
        decision: content.decision,
        authorUserId: actor.userId,
        authorPostId: actor.postId,
        version: 1,
      });
      await recordNote(tx, custody, 'note.added', content);
      return { id, version: 1 };
    });
  }
}

/** Saves the text of the yellow note; a green one must be taken back first. */
@Injectable()
export class ChangeNote {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, content: NoteContent, ifMatch: number): Promise<NoteChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'note' });
      const pending = await pendingOf(tx, custody, ifMatch);
      if (pending.colour === 'green') throw new Refusal('note-confirmed');
      const version = await changePending(tx, pending, {
        content: content.text,
        decision: content.decision,
        authorUserId: actor.userId,
        authorPostId: actor.postId,
        savedAt: NOW,
      });
      await recordNote(tx, custody, 'note.changed', content);
      return { id: pending.id, version };
    });
  }
}

/** The note in writing, in the version that the writer saw. */
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

async function findPending(tx: Transaction, { organisationId, fileId }: FileCustody): Promise<PendingNote | undefined> {
  const [pending] = await tx.query<PendingNote>(
    `SELECT id, file_id AS "fileId", colour, content, decision, version FROM pending_note
     WHERE organisation_id = $1 AND file_id = $2`,
    [organisationId, fileId],
  );
  return pending;
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

/** The event tells that a note was written and the hash of its text, never the text. */
export async function recordNote(
  tx: Transaction,
  custody: FileCustody,
  name: `note.${string}`,
  content: NoteContent | null,
): Promise<void> {
  await tx.record({
    subject: { kind: 'file', id: custody.fileId },
    name,
    ...(content ? { contentHash: canonicalHash(content) } : {}),
  });
}
