import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type EndTenure as Request, hasCharge, type TenureKept } from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { OfficeUser, Post, Tenure } from '../../organisation/organisation.entities';
import { z } from 'zod';
import { refuseUnfitLink } from '../absence/link-rules';
import { unfit } from '../rules/administering';
import { refuseWithoutAdministrator } from '../rules/administrator-left';
import { lockKept, refuseOtherUnit, refuseRoleOfPost } from '../rules/unit-administration';
import { endWhatHung, type LastHalf } from './handed-over';
import { refuseHeldThen } from './held-then';

const LINK = z.object({ id: z.uuid(), postId: z.uuid(), userId: z.uuid() });
const DAYS = z.object({ today: z.iso.date(), isOver: z.boolean() });

/** Relieves a person of a post, from a half of a day on or at once, by an order. What lies on the desk stays there. */
@Injectable()
export class EndTenure {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`, `not-found`; `tenure-ended`, `before-joining`, `not-today`, `post-held-then`, `link-to-oneself`,
   * `leave-overlaps`, `link-officer-on-leave`, `last-administrator`
   */
  @Serves('endTenure')
  execute(actor: Actor, tenureId: string, request: Request): Promise<TenureKept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const tenure = await tx.lock(Tenure, { id: tenureId });
      const { postId, userId } = tenure;
      const { cause, untilOn, untilHalf, now, orderReference } = request;
      const { today, isOver } = await daysOf(tx, tenureId);
      const [post, person] = await Promise.all([tx.find(Post, { id: postId }), tx.find(OfficeUser, { id: userId })]);
      if (post) {
        refuseOtherUnit(units, post.unitId);
        refuseRoleOfPost(units, post);
      }
      if (isOver) throw new Refusal('tenure-ended', { post: post?.marking ?? '' });
      const isTooShort = tenure.fromAfternoon === true && untilOn === tenure.fromOn && untilHalf === 'forenoon';
      if (now && untilOn !== today) throw unfit('not-today', 'untilOn');
      if (!now && (untilOn < tenure.fromOn || isTooShort)) {
        throw unfit('before-joining', 'untilOn', { day: tenure.fromOn });
      }
      const ending = {
        // What was to begin later never begins.
        untilOn: now && tenure.fromOn > today ? tenure.fromOn : untilOn,
        untilForenoon: !now && untilHalf === 'forenoon' ? (true as const) : null,
        endedAt: now ? NOW : null,
      };
      // An end that is put off meets nobody who has come meanwhile.
      const { kind, fromOn, fromAfternoon } = tenure;
      const wanted = { id: tenureId, userId, postId, kind, fromOn, fromAfternoon, ...ending };
      if (!now) await refuseHeldThen(tx, wanted, 'untilOn');
      if (!now && kind === 'link') {
        const days = { fromOn, fromAfternoon, untilOn, untilForenoon: ending.untilForenoon };
        await refuseUnfitLink(tx, { id: tenureId, postId, userId, days }, { officer: 'untilOn', days: 'untilOn' });
      }
      if (!now && tenure.startCause === 'attached') await refuseUnfitReturn(tx, tenure, ending);
      await tx.update(Tenure, { id: tenureId }, { ...ending, endCause: cause, endOrder: orderReference });
      if (hasCharge(kind)) {
        await endWhatHung(tx, tenure, now ? null : ending);
      }
      if (post?.roles.includes('administrator')) await refuseWithoutAdministrator(tx);
      const data = { person: person?.username ?? '', posts: [post?.marking ?? ''], endCause: cause };
      await tx.record('user.tenure_ended', userId, { relatedId: tenureId, reason: orderReference, data });
      return { id: tenureId, postId };
    });
  }
}

/** The desks of who is attached are kept until then. @throws Refusal `leave-overlaps`, `link-officer-on-leave`, `link-to-oneself` */
async function refuseUnfitReturn(
  tx: Transaction,
  { id, fromOn, fromAfternoon }: Tenure,
  { untilOn, untilForenoon }: LastHalf,
): Promise<void> {
  const links = await tx.select(
    LINK,
    `SELECT id, post_id AS "postId", user_id AS "userId" FROM tenure
     WHERE organisation_id = $1 AND attachment_id = $2 AND is_not_over(tenure) ORDER BY id`,
    [tx.by.organisationId, id],
  );
  const days = { fromOn, fromAfternoon, untilOn, untilForenoon };
  for (const link of links) await refuseUnfitLink(tx, { ...link, days }, { officer: 'untilOn', days: 'untilOn' });
}

/** The day in India, and whether the tenure is over. */
async function daysOf(tx: Transaction, tenureId: string): Promise<z.output<typeof DAYS>> {
  const [days] = await tx.select(
    DAYS,
    `SELECT india_today()::text AS today, NOT is_not_over(tenure) AS "isOver" FROM tenure WHERE id = $1`,
    [tenureId],
  );
  if (!days) throw new Refusal('not-found');
  return days;
}
