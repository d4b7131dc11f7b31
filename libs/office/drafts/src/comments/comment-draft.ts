import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type CommentDraft as Request,
  type DraftCommentChanged,
  type DraftContent,
  findPassage,
  markingInBoth,
  type Passage,
} from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { coSignatoriesOf } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { Post } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { DraftVersion } from '../draft/draft.entities';
import { DraftComment } from './comment.entities';
import { lockCommentedDraft } from './lock-comments';

/** Says something about a draft or a passage of it, for everybody who may read it or for the posts that are named. */
@Injectable()
export class CommentDraft {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-found`, `not-for-assistants`, `comments-ended`; `passage-gone`; `unknown-post`, `not-a-reader` of a post
   * that could not read it.
   */
  @Serves('commentDraft')
  execute(actor: Actor, draftId: string, { passage, words, toPostIds }: Request): Promise<DraftCommentChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, draft } = await lockCommentedDraft(tx, actor, draftId);
      const current = await tx.lock(DraftVersion, { draftId, number: draft.currentVersion });
      const { organisationId, userId, postId, capacity } = actor;
      await refuseNonReaders(tx, toPostIds ?? [], { custody, content: current.content });
      const id = uuidv7();
      await tx.insert(DraftComment, {
        id,
        organisationId,
        draftId,
        draftVersion: draft.currentVersion,
        ...placeOf(current.content, passage),
        words,
        readerPostIds: toPostIds && [...new Set([postId, ...toPostIds])],
        userId,
        postId,
        capacity,
      });
      // Of what was said nothing stands among the events, nor for whom.
      await tx.record('draft.commented', custody.fileId, {
        relatedId: draftId,
        data: { ordinal: draft.ordinal, draftVersion: draft.currentVersion },
      });
      return { id };
    });
  }
}

function placeOf(content: DraftContent, passage: Passage | null) {
  if (passage === null) return { part: null, quote: null, occurrence: null };
  const occurrence = findPassage(content, passage);
  if (occurrence === null) throw new Refusal('passage-gone');
  return { ...passage, occurrence };
}

/** A comment that its addressee could never find would be lost: he reads the file, or is to sign the letter. */
async function refuseNonReaders(
  tx: Transaction,
  postIds: readonly string[],
  { custody, content }: { custody: FileCustody; content: DraftContent },
): Promise<void> {
  const readers = [...custody.readerPostIds, content.signatoryPostId, ...coSignatoriesOf(content)];
  const index = postIds.findIndex((postId) => !readers.includes(postId));
  if (index < 0) return;
  const post = await tx.find(Post, { id: postIds[index] ?? '' });
  const pointer = `#/toPostIds/${index}`;
  if (!post) throw new Refusal('unknown-post', {}, { errors: [{ pointer, detail: 'unknown-post' }] });
  throw new Refusal('not-a-reader', { post: markingInBoth(post) }, { errors: [{ pointer, detail: 'not-a-reader' }] });
}
