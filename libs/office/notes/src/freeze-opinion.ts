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
import { v7 as uuidv7 } from 'uuid';
import { ORDINARY } from './note-kind';
import { NoteReferences } from './note-references';
import { type Frozen, writeNote } from './write-note';

/** How much of the file its author has seen. */
export interface Seen {
  readonly notes: number;
  readonly pages: number;
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
   * @throws Refusal `note-empty`; `reference-to-nowhere` also for what is on the file and was not shown to the author.
   */
  async execute(
    tx: Transaction,
    actor: Actor,
    custody: FileCustody,
    { text, seen }: { readonly text: StructuredText; readonly seen: Seen },
  ): Promise<Frozen> {
    const content = withoutEmptyBlocks(text);
    if (isEmptyText(content)) throw new Refusal('note-empty');
    const unseen = referencesIn(content).find((reference) => !isSeen(reference, seen));
    if (unseen) throw new Refusal('reference-to-nowhere', { label: unseen.label });
    await this.references.refuseBroken(tx, actor, custody, content);
    return await writeNote(tx, custody, {
      ...ORDINARY,
      ...{ id: uuidv7(), content, decision: null, participants: [], putUpBy: null },
      kind: 'opinion',
      author: { authorUserId: actor.userId, authorPostId: actor.postId, capacity: actor.capacity },
      writtenAt: NOW,
    });
  }
}

/** Whether there is something is told of the snapshot alone. */
function isSeen({ to }: Reference, { notes, pages }: Seen): boolean {
  if (to.kind === 'note') return to.note <= notes;
  if (to.kind === 'correspondence') return to.page <= pages;
  return to.kind !== 'draft';
}
