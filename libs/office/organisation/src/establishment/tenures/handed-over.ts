import type { EndCause } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { personName } from '../../organisation/names';
import { Tenure } from '../../organisation/organisation.entities';

/** Who holds or held a post in regular or additional charge, from the expressions of its ids; without what is to come. */
export const tenuresOfPost = (organisationId: string, postId: string): string =>
  `SELECT tenure.id, tenure.post_id AS "postId", tenure.user_id AS "userId", tenure.kind, tenure.from_on AS "fromOn",
     NOT holds_now(tenure) AS "isOver"
   FROM tenure WHERE tenure.organisation_id = ${organisationId} AND tenure.post_id = ${postId}
     AND tenure.kind IN ('regular', 'additional') AND tenure.from_on <= india_today()`;

/**
 * Who holds the post next or meanwhile, after this person, as `{ name, kind }`; null where nobody is known yet. From the expressions of
 * their ids.
 */
export const nextHolderOf = (organisationId: string, postId: string, userId: string): string =>
  `(SELECT jsonb_build_object('name', ${personName('tenure.user_id')}, 'kind', tenure.kind)
    FROM tenure WHERE tenure.organisation_id = ${organisationId} AND tenure.post_id = ${postId} AND tenure.user_id <> ${userId}
      AND tenure.kind NOT IN ('assistant', 'operator') AND tenure.ended_at IS NULL
      AND (tenure.until_on IS NULL OR tenure.until_on >= india_today())
    ORDER BY array_position(ARRAY['regular', 'additional', 'link'], tenure.kind), tenure.from_on LIMIT 1)`;

interface Ending {
  readonly cause: EndCause;
  readonly orderReference: string;
  /** Today in India. */
  readonly day: string;
}

/** The tenure, which holds now, holds no longer. */
export const endAtOnce = (tx: Transaction, id: string, { cause, orderReference, day }: Ending): Promise<void> =>
  tx.update(
    Tenure,
    { id },
    { untilOn: day, untilForenoon: null, endedAt: NOW, endCause: cause, endOrder: orderReference },
  );

/** With which half of a day a tenure ends. */
export interface LastHalf {
  readonly untilOn: string;
  readonly untilForenoon: true | null;
}

/**
 * What hung on a person at a post ends with his tenure, which has just been ended, with that half day or, where none is named, at once:
 * whoever assists him there, and leave that he entered for later.
 */
export async function endWhatHung(
  tx: Transaction,
  { postId, userId }: Pick<Tenure, 'postId' | 'userId'>,
  last: LastHalf | null = null,
): Promise<void> {
  await (last === null ? endAssistants(tx, { postId, userId }) : endAssistantsWith(tx, { postId, userId }, last));
  await withdrawComingLeaves(tx, { postId, userId }, last);
}

/** An operator leaves with the clerk under whom he works, an assistant once nobody has charge of the post. */
const endAssistants = (tx: Transaction, { postId, userId }: Pick<Tenure, 'postId' | 'userId'>): Promise<void> =>
  tx.execute(
    `UPDATE tenure SET ended_at = office_now(), until_on = GREATEST(from_on, india_today()), until_forenoon = NULL
     WHERE organisation_id = $1 AND post_id = $2 AND is_not_over(tenure)
       AND (kind = 'operator' AND under_user_id = $3 OR kind = 'assistant' AND NOT EXISTS (SELECT FROM tenure held
         WHERE held.organisation_id = $1 AND held.post_id = $2 AND held.kind IN ('regular', 'additional') AND holds_now(held)))`,
    [tx.by.organisationId, postId, userId],
  );

/** An assistant as long as nobody else holds the post after that half day, who had joined before it ended. */
const endAssistantsWith = (
  tx: Transaction,
  { postId, userId }: Pick<Tenure, 'postId' | 'userId'>,
  { untilOn, untilForenoon }: LastHalf,
): Promise<void> =>
  tx.execute(
    `UPDATE tenure SET until_on = $3, until_forenoon = $4
     WHERE organisation_id = $1 AND post_id = $2 AND ended_at IS NULL
       AND (from_on, COALESCE(from_afternoon, false)) <= ($3::date, $4::boolean IS NULL)
       AND (until_on IS NULL OR (until_on, until_forenoon IS NULL) > ($3::date, $4::boolean IS NULL))
       AND (kind = 'operator' AND under_user_id = $5 OR kind = 'assistant' AND NOT EXISTS (SELECT FROM tenure held
         WHERE held.organisation_id = $1 AND held.post_id = $2
           AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL
           AND (held.from_on, COALESCE(held.from_afternoon, false)) <= ($3::date, $4::boolean IS NULL)
           AND (held.until_on IS NULL OR (held.until_on, held.until_forenoon IS NULL) > ($3::date, $4::boolean IS NULL))))`,
    [tx.by.organisationId, postId, untilOn, untilForenoon, userId],
  );

/** What an officer enters himself has no ground; what is arranged by an order stays. */
const withdrawComingLeaves = (
  tx: Transaction,
  { postId, userId }: Pick<Tenure, 'postId' | 'userId'>,
  last: LastHalf | null,
): Promise<void> =>
  tx.execute(
    `UPDATE tenure SET ended_at = office_now() WHERE organisation_id = $1 AND post_id = $2 AND kind = 'link' AND user_id <> $3
       AND start_cause IS NULL AND ended_at IS NULL
       AND (from_on, COALESCE(from_afternoon, false)) > (india_today(), india_afternoon())
       AND ($4::date IS NULL OR (from_on, COALESCE(from_afternoon, false)) > ($4::date, $5::boolean IS NULL))
       AND NOT EXISTS (SELECT FROM tenure held WHERE held.organisation_id = $1 AND held.post_id = $2
         AND held.user_id <> $3 AND held.kind IN ('regular', 'additional') AND holds_now(held))`,
    [tx.by.organisationId, postId, userId, last?.untilOn ?? null, last?.untilForenoon ?? null],
  );

/** Nobody acts any more for who held the post before this person took it over. */
export const endLinks = (tx: Transaction, postId: string): Promise<void> =>
  tx.execute(
    `UPDATE tenure SET ended_at = office_now() WHERE organisation_id = $1 AND post_id = $2 AND kind = 'link'
       AND ended_at IS NULL AND holds_now(tenure)`,
    [tx.by.organisationId, postId],
  );
