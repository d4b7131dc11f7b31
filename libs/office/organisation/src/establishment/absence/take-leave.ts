import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { hasCharge, type LeaveKept, markingInBoth, type TakeLeave as Request } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { namedPost } from '../posts/post-rules';
import { unfit } from '../rules/administering';
import { lockOrganisation } from '../../organisation/lock-organisation';
import { NOT_YET_SAID, type OfficeUser, type Post, Tenure } from '../../organisation/organisation.entities';
import { daysOfLeave, refuseBackwards, refuseLinkOfficer, refuseUnfitLink } from './link-rules';

const TODAY = z.object({ today: z.iso.date() });
const HOLDER = z.object({ id: z.uuid(), username: z.string() });

/**
 * The holder of a post will be on leave from it, and names who acts meanwhile. The arrangement is the tenure of the link officer:
 * it begins and ends with its half days, and by it the absent one only reads.
 */
@Injectable()
export class TakeLeave {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Also while on leave, for what follows it.
   * @throws Refusal `leave-of-holder` for who does not hold the post himself; `tenure-backwards`, `leave-in-past`, `unknown-post`,
   * `post-abolished`, `officer-needed`, `link-post-vacant`, `link-to-oneself`, `leave-overlaps`, `link-officer-on-leave`, `acts-for-another`
   */
  @Serves('takeLeave')
  execute(actor: Actor, request: Request): Promise<LeaveKept> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, userId, postId, post } = actor;
      refuseNonHolder(actor);
      // Two who name each other come one after the other.
      await lockOrganisation(tx);
      await refuseUnfitDays(tx, request);
      const holder = await linkOfficerOf(tx, post, request.linkPostId);
      if (holder.id === userId) throw unfit('link-to-oneself', 'linkPostId');
      const days = daysOfLeave(request);
      await refuseUnfitLink(
        tx,
        { id: null, postId, userId: holder.id, days },
        { officer: 'linkPostId', days: 'fromOn' },
      );
      await refuseLinkOfficer(tx, userId, days);
      const id = uuidv7();
      const { orderReference, fromOn, fromHalf, untilOn, untilHalf } = request;
      const link = { userId: holder.id, postId, kind: 'link', orderReference } as const;
      await tx.insert(Tenure, { ...NOT_YET_SAID, id, organisationId, ...link, ...days });
      const data = { posts: [post.marking], person: holder.username, fromOn, fromHalf, untilOn, untilHalf };
      await tx.record('user.leave_taken', userId, { relatedId: id, data });
      return { id };
    });
  }
}

/** @throws Refusal `leave-of-holder` */
export function refuseNonHolder({ capacity, post }: Actor): void {
  if (!hasCharge(capacity)) throw new Refusal('leave-of-holder', { post: markingInBoth(post) });
}

/** @throws Refusal `tenure-backwards`, `leave-in-past` */
async function refuseUnfitDays(tx: Transaction, request: Request): Promise<void> {
  refuseBackwards(request);
  const [day] = await tx.select(TODAY, 'SELECT india_today()::text AS today');
  if (day && request.fromOn < day.today) throw unfit('leave-in-past', 'fromOn');
}

/**
 * Who holds the named post now. For an officer an officer acts.
 * @throws Refusal `unknown-post`, `post-abolished`, `officer-needed`, `link-post-vacant`
 */
async function linkOfficerOf(
  tx: Transaction,
  post: Actor['post'],
  linkPostId: string,
): Promise<Pick<OfficeUser, 'id' | 'username'>> {
  const named: Post = await namedPost(tx, linkPostId, 'linkPostId');
  if (post.roles.includes('officer') && !named.roles.includes('officer'))
    throw unfit('officer-needed', 'linkPostId', { post: markingInBoth(named) });
  const [holder] = await tx.select(
    HOLDER,
    `SELECT person.id, person.username FROM tenure
     JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
     WHERE tenure.organisation_id = $1 AND tenure.post_id = $2 AND tenure.kind IN ('regular', 'additional')
       AND holds_now(tenure) AND person.closed_at IS NULL
     ORDER BY array_position(ARRAY['regular', 'additional'], tenure.kind), tenure.id LIMIT 1`,
    [tx.by.organisationId, linkPostId],
  );
  if (!holder) throw unfit('link-post-vacant', 'linkPostId', { post: markingInBoth(named) });
  return holder;
}
