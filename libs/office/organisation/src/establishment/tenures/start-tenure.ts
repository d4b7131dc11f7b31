import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { StartTenure as Request, TenureKept } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { OfficeUser, Tenure } from '../../organisation/organisation.entities';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { refuseUnfitLink } from '../absence/link-rules';
import { namedPost } from '../posts/post-rules';
import { lockEstablishment, unfit } from '../rules/administering';

const HELD_THEN = z.object({ hi: z.string(), en: z.string() });

/** Enters that a person takes charge of a post, from a half of a day on, by an order. */
@Injectable()
export class StartTenure {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`; `no-such-person`, `unknown-post`, `account-closed`, `post-abolished`, `post-held-then`,
   * `tenure-backwards`, `last-day-needed`, `link-to-oneself`, `leave-overlaps`, `link-officer-on-leave`
   */
  @Serves('startTenure')
  execute(actor: Actor, request: Request): Promise<TenureKept> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const { organisationId } = actor;
      const { personId, postId, kind, cause, fromOn, fromHalf, untilOn, orderReference } = request;
      const person = await tx.find(OfficeUser, { id: personId });
      if (!person) throw unfit('no-such-person', 'personId');
      if (person.closedAt !== null) throw unfit('account-closed', 'personId', { person: person.username });
      const post = await namedPost(tx, postId, 'postId');
      if (untilOn !== null && untilOn < fromOn) throw unfit('tenure-backwards', 'untilOn');
      if (kind === 'link' && untilOn === null) throw unfit('last-day-needed', 'untilOn');
      const id = uuidv7();
      const fromAfternoon = fromHalf === 'afternoon' ? (true as const) : null;
      await refuseHeldThen(tx, { userId: personId, postId, kind, fromOn, fromAfternoon, untilOn });
      if (kind === 'link') {
        const linkDays = { fromOn, fromAfternoon, untilOn, untilForenoon: null } as const;
        await refuseUnfitLink(tx, { postId, userId: personId, days: linkDays }, 'personId');
      }
      const days = { fromOn, fromAfternoon, untilOn, untilForenoon: null, endedAt: null };
      const held = {
        userId: personId,
        postId,
        kind,
        startCause: cause,
        orderReference,
        endCause: null,
        endOrder: null,
      };
      await tx.insert(Tenure, { id, organisationId, ...days, ...held });
      const data = { person: person.username, posts: [post.marking], tenureKind: kind, startCause: cause };
      await tx.record('user.tenure_started', personId, { relatedId: id, reason: orderReference, data });
      return { id, postId };
    });
  }
}

type NewTenure = Pick<Tenure, 'userId' | 'postId' | 'kind' | 'fromOn' | 'fromAfternoon' | 'untilOn'>;

/**
 * A post has one regular holder at a time, the last is relieved before the next joins, and nobody holds a post twice.
 * @throws Refusal `post-held-then`
 */
async function refuseHeldThen(tx: Transaction, tenure: NewTenure): Promise<void> {
  const { userId, postId, kind, fromOn, fromAfternoon, untilOn } = tenure;
  const [held] = await tx.select(
    HELD_THEN,
    `SELECT person.name_hi AS hi, person.name_en AS en FROM tenure
     JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
     WHERE tenure.organisation_id = $1 AND tenure.post_id = $2 AND tenure.ended_at IS NULL
       AND (tenure.kind = 'regular' AND $4 = 'regular' OR tenure.user_id = $5)
       AND half_days(tenure) && half_days(jsonb_populate_record(tenure, $3::jsonb)) LIMIT 1`,
    [
      tx.by.organisationId,
      postId,
      JSON.stringify({ from_on: fromOn, from_afternoon: fromAfternoon, until_on: untilOn, until_forenoon: null }),
      kind,
      userId,
    ],
  );
  if (held) throw unfit('post-held-then', 'fromOn', { person: held });
}
