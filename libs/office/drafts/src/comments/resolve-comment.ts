import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type DraftCommentChanged, markingInBoth } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { mayResolve } from './comment-abilities';
import { DraftComment } from './comment.entities';
import { lockComment } from './lock-comments';

/** What a comment asked is done: said once, by its author or by whoever may write the draft. */
@Injectable()
export class ResolveDraftComment {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `not-for-assistants`, `comments-ended`, `comment-resolved`, `not-allowed`. */
  @Serves('resolveDraftComment')
  execute(actor: Actor, commentId: string): Promise<DraftCommentChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, draft, comment } = await lockComment(tx, actor, commentId);
      if (!mayResolve(actor.ability, custody, comment))
        throw new Refusal('not-allowed', { post: markingInBoth(actor.post), action: 'resolve' });
      await tx.update(
        DraftComment,
        { id: commentId },
        {
          resolvedByUserId: actor.userId,
          resolvedByPostId: actor.postId,
          resolvedCapacity: actor.capacity,
          resolvedAt: NOW,
        },
      );
      await tx.record('draft.comment_resolved', custody.fileId, {
        relatedId: draft.id,
        data: { ordinal: draft.ordinal, draftVersion: comment.draftVersion },
      });
      return { id: commentId };
    });
  }
}
