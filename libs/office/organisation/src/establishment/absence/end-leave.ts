import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type LeaveEnded, markingInBoth, prepares } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { lockPerson } from '../../posts/people';
import { LINK_OF_ABSENT } from '../../posts/held-posts';

const ENDED = z.object({ id: z.uuid(), isAttached: z.boolean() });

/** Whoever is on leave from a post is back: from now on he acts from it, and nobody acts for him. */
@Injectable()
export class EndLeave {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-on-leave` for whoever is there, or acts for another; `not-for-assistants`, `attached-by-order`. */
  @Serves('endLeave')
  execute(actor: Actor): Promise<LeaveEnded> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, userId, postId, capacity, post } = actor;
      if (prepares(capacity)) throw new Refusal('not-for-assistants', { post: markingInBoth(post) });
      await lockPerson(tx, userId);
      const [ended] = await tx.select(
        ENDED,
        `UPDATE tenure SET ended_at = office_now() WHERE id IN (
           SELECT link.id FROM tenure, LATERAL (SELECT link.id FROM ${LINK_OF_ABSENT}) link
           WHERE tenure.organisation_id = $1 AND tenure.user_id = $2 AND tenure.post_id = $3 AND tenure.kind = $4
             AND tenure.kind <> 'link')
         RETURNING id, attachment_id IS NOT NULL AS "isAttached"`,
        [organisationId, userId, postId, capacity],
      );
      if (!ended) throw new Refusal('not-on-leave', { post: markingInBoth(post) });
      if (ended.isAttached) throw new Refusal('attached-by-order');
      await tx.record('user.leave_ended', userId, {
        relatedId: ended.id,
        data: { posts: [post.marking] },
      });
      return { postId };
    });
  }
}
