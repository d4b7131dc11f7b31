import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type LeaveKept, markingInBoth } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { Post, Tenure } from '../../organisation/organisation.entities';
import { lockOrganisation } from '../../organisation/lock-organisation';
import { isOwnLeave } from './list-leaves';

const LEAVE = z.object({ begun: z.boolean(), duty: z.string().nullable(), isAttached: z.boolean() });

/** A leave that was entered and has not begun is not taken. */
@Injectable()
export class WithdrawLeave {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found` for a leave of another; `leave-begun`, `duty-by-order`, `attached-by-order` */
  @Serves('withdrawLeave')
  execute(actor: Actor, leaveId: string): Promise<LeaveKept> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, userId } = actor;
      await lockOrganisation(tx);
      const [leave] = await tx.select(
        LEAVE,
        `SELECT link.ended_at IS NOT NULL OR link.from_on < india_today()
           OR (link.from_on = india_today() AND (link.from_afternoon IS NOT TRUE OR india_afternoon())) AS begun,
           link.duty, link.attachment_id IS NOT NULL AS "isAttached"
         FROM tenure link WHERE link.organisation_id = $1 AND link.id = $3 AND link.kind = 'link' AND ${isOwnLeave('$2')}`,
        [organisationId, userId, leaveId],
      );
      if (!leave) throw new Refusal('not-found');
      const { postId } = await tx.lock(Tenure, { id: leaveId });
      const post = await tx.find(Post, { id: postId });
      if (leave.isAttached) throw new Refusal('attached-by-order');
      if (leave.duty !== null) throw new Refusal('duty-by-order', { duty: leave.duty });
      if (leave.begun) throw new Refusal('leave-begun', { post: post ? markingInBoth(post) : '' });
      await tx.update(Tenure, { id: leaveId }, { endedAt: NOW });
      await tx.record('user.leave_withdrawn', userId, { relatedId: leaveId, data: { posts: [post?.marking ?? ''] } });
      return { id: leaveId };
    });
  }
}
