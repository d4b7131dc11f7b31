import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type FileChanged,
  markingInBoth,
  type PutUpForCorrection as PutUpForCorrectionRequest,
} from '@patravali/contract';
import { explanationFor, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { putUpPendingNote } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { type PostOnTheWay, postsOnTheWay, receivingPost } from '@patravali/organisation';
import { moveToDesk } from '../sending/move-to-desk';

/**
 * Sends the file with its yellow note to a superior of the post, who corrects the note, returns it, or confirms it as his
 * own. Nothing freezes.
 */
@Injectable()
export class PutUpForCorrection {
  constructor(private readonly transactions: Transactions) {}

  @Serves('putUpForCorrection')
  execute(actor: Actor, fileId: string, request: PutUpForCorrectionRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [{ custody }, posts] = await Promise.all([
        lockCustody(tx, actor, { fileId, move: 'put_up_for_correction', ifMatch }),
        postsOnTheWay(tx, actor.organisationId, [actor.postId, request.toPostId]),
      ]);
      const to = receivingPost(
        posts.find(({ id }) => id === request.toPostId.toLowerCase()),
        custody.holderPostId,
      );
      refuseOtherThanSuperior(actor, posts, to);
      const explanation = await explanationFor(tx, custody, request.explanation);
      const noteId = await putUpPendingNote(tx, actor, custody);
      await openingOf(tx, custody);
      return await moveToDesk(tx, actor, custody, {
        kind: 'put_up_for_correction',
        toPostId: to.id,
        remarks: request.remarks ?? null,
        superiorPostIds: posts.flatMap(({ superiorPostIds }) => superiorPostIds),
        line: { explanation },
        custody: { forCorrection: true, action: null, decision: null, recommendedTo: null, dueOn: null },
        event: { relatedId: noteId },
      });
    });
  }
}

/** @throws Refusal `not-your-superior`. */
function refuseOtherThanSuperior({ postId }: Actor, posts: readonly PostOnTheWay[], to: PostOnTheWay): void {
  const own = posts.find(({ id }) => id === postId);
  if (own?.superiorPostIds.includes(to.id)) return;
  const errors = [{ pointer: '#/toPostId', detail: 'not-your-superior' }];
  throw new Refusal('not-your-superior', { post: markingInBoth(to) }, { errors });
}
