import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AnswerDraftComment as Request, DraftCommentChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { DraftCommentAnswer } from './comment.entities';
import { lockComment } from './lock-comments';

/** Says something to a comment, for those who may read the comment. */
@Injectable()
export class AnswerDraftComment {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `not-for-assistants`, `comments-ended`, `comment-resolved`. */
  @Serves('answerDraftComment')
  execute(actor: Actor, commentId: string, { words }: Request): Promise<DraftCommentChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, draft, comment } = await lockComment(tx, actor, commentId);
      const { organisationId, userId, postId, capacity } = actor;
      const id = uuidv7();
      await tx.insert(DraftCommentAnswer, { id, organisationId, commentId, words, userId, postId, capacity });
      await tx.record('draft.comment_answered', custody.fileId, {
        relatedId: draft.id,
        data: { ordinal: draft.ordinal, draftVersion: comment.draftVersion },
      });
      return { id };
    });
  }
}
