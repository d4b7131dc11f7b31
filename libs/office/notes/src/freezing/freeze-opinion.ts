import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  isEmptyText,
  type Reference,
  referencesIn,
  type StructuredText,
  withoutEmptyBlocks,
} from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { officeSigningRule } from '@patravali/organisation';
import { ORDINARY } from '../note/note-kind';
import { NoteReferences } from '../note/note-references';
import type { WordsToSign } from '../signed/canonical-note';
import type { PendingSignature } from '../note/note-signature.entity';
import { writeSignature } from './write-signature';
import { type Frozen, writeNote } from './write-note';

/** How much of the file its author has seen. */
export interface Seen {
  readonly notes: number;
  readonly pages: number;
}

export interface OpinionGiven {
  /** The note that it becomes; its author signs it under that. */
  readonly id: string;
  readonly text: StructuredText;
  readonly seen: Seen;
}

/**
 * The opinion of a post that was consulted becomes the next note of the sheet at once, wherever the file is and whatever is being
 * written on its desk.
 */
@Injectable()
export class FreezeOpinion {
  constructor(private readonly references: NoteReferences) {}

  /**
   * The caller holds the custody lock and saves the counts.
   * @param signature of its author over these very words, where he signed them.
   * @throws Refusal `note-empty`; `reference-to-nowhere` also for what is on the file and was not shown to the author;
   * `opinion-unsigned` in an office where authors sign their notes.
   */
  async execute(
    tx: Transaction,
    actor: Actor,
    custody: FileCustody,
    opinion: OpinionGiven,
    signature?: PendingSignature,
  ): Promise<Frozen> {
    const { id, content } = await this.words(tx, actor, custody, opinion);
    if (!signature && (await officeSigningRule(tx, actor.organisationId)).signedNotes)
      throw new Refusal('opinion-unsigned');
    const frozen = await writeNote(tx, custody, {
      ...ORDINARY,
      id,
      content,
      decision: null,
      recommendedTo: null,
      participants: [],
      putUpBy: null,
      kind: 'opinion',
      author: { authorUserId: actor.userId, authorPostId: actor.postId, capacity: actor.capacity },
      writtenAt: NOW,
    });
    if (signature) await writeSignature(tx, custody, frozen.number, signature);
    return frozen;
  }

  /** What would freeze, and its author signs. @throws Refusal the same, except for want of the signature. */
  async words(tx: Transaction, actor: Actor, custody: FileCustody, opinion: OpinionGiven): Promise<WordsToSign> {
    const { id, text, seen } = opinion;
    const content = withoutEmptyBlocks(text);
    if (isEmptyText(content)) throw new Refusal('note-empty');
    const unseen = referencesIn(content).find((reference) => !isSeen(reference, seen));
    if (unseen) throw new Refusal('reference-to-nowhere', { label: unseen.label });
    await this.references.refuseBroken(tx, actor, custody, content);
    return { ...ORDINARY, id, fileId: custody.fileId, content, decision: null, kind: 'opinion' };
  }
}

/** Whether there is something is told of the snapshot alone. */
function isSeen({ to }: Reference, { notes, pages }: Seen): boolean {
  if (to.kind === 'note') return to.note <= notes;
  if (to.kind === 'correspondence') return to.page <= pages;
  return to.kind !== 'draft';
}
