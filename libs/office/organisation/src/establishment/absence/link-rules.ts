import type { AttachPerson, SendOnDuty, TakeLeave } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Bilingual } from '@patravali/contract';
import { z } from 'zod';
import { MarkingInBoth, personName, postMarkingInBoth } from '../../organisation/names';
import { unfit } from '../rules/administering';

/** That somebody acts from a post for its holder, on some half days. */
export interface Link {
  /** The arrangement whose days are changed; null for a new one. */
  readonly id: string | null;
  readonly postId: string;
  /** The link officer. */
  readonly userId: string;
  readonly days: LinkDays;
}

/** Where the request names the link officer and his days. */
export interface LinkFields {
  readonly officer: string;
  readonly days: string;
}

export interface LinkDays {
  readonly fromOn: string;
  readonly fromAfternoon: boolean | null;
  readonly untilOn: string | null;
  readonly untilForenoon: true | null;
}

type Days = Pick<TakeLeave | SendOnDuty | AttachPerson, 'fromOn' | 'fromHalf' | 'untilOn' | 'untilHalf'>;

/** @throws Refusal `tenure-backwards` */
export function refuseBackwards({ fromOn, fromHalf, untilOn, untilHalf }: Days): void {
  if (untilOn === null) return;
  const isTooShort = fromOn === untilOn && fromHalf === 'afternoon' && untilHalf === 'forenoon';
  if (untilOn < fromOn || isTooShort) throw unfit('tenure-backwards', 'untilOn');
}

export const daysOfLeave = ({ fromOn, fromHalf, untilOn, untilHalf }: Days): LinkDays => ({
  fromOn,
  fromAfternoon: fromHalf === 'afternoon' ? true : null,
  untilOn,
  untilForenoon: untilOn !== null && untilHalf === 'forenoon' ? true : null,
});

/** The half days that are asked for, as an expression: what stands for them in its place is `asJson`. */
export const HALF_DAYS_OF = (place: string): string =>
  `half_days(jsonb_populate_record(NULL::tenure, ${place}::jsonb))`;
export const asJson = ({ fromOn, fromAfternoon, untilOn, untilForenoon }: LinkDays): string =>
  JSON.stringify({
    from_on: fromOn,
    from_afternoon: fromAfternoon,
    until_on: untilOn,
    until_forenoon: untilForenoon,
  });

const HELD_BY_LINK = z.object({ kind: z.literal('held') });
const OVERLAP = z.object({ by: Bilingual, from: z.iso.date() });
const AWAY = z.object({ person: Bilingual, post: MarkingInBoth, from: z.iso.date() });

/** Where `held` is from, and the links of that post, both on the half days of `$3`. What follows `FROM`. */
export const HELD_AND_LINKED = `tenure held JOIN tenure link ON link.organisation_id = held.organisation_id
    AND link.post_id = held.post_id AND link.kind = 'link' AND link.user_id <> held.user_id AND link.ended_at IS NULL
  WHERE held.organisation_id = $1 AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL
    AND half_days(held) && half_days(link) AND half_days(link) && ${HALF_DAYS_OF('$3')}`;

/**
 * One acts at a time for whoever is on leave, somebody else than the holder, and nobody who is on leave himself.
 * @throws Refusal `link-to-oneself`, `leave-overlaps`, `link-officer-on-leave`
 */
export async function refuseUnfitLink(
  tx: Transaction,
  { id, postId, userId, days }: Link,
  fields: LinkFields,
): Promise<void> {
  const { organisationId } = tx.by;
  const json = asJson(days);
  const [[own], [overlap], [away]] = await Promise.all([
    tx.select(
      HELD_BY_LINK,
      `SELECT 'held' AS kind FROM tenure held WHERE held.organisation_id = $1 AND held.post_id = $2 AND held.user_id = $4
         AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL AND half_days(held) && ${HALF_DAYS_OF('$3')} LIMIT 1`,
      [organisationId, postId, json, userId],
    ),
    tx.select(
      OVERLAP,
      `SELECT ${personName('link.user_id')} AS by, link.from_on AS "from" FROM tenure link
       WHERE link.organisation_id = $1 AND link.post_id = $2 AND link.kind = 'link' AND link.ended_at IS NULL
         AND link.id IS DISTINCT FROM $4 AND half_days(link) && ${HALF_DAYS_OF('$3')} ORDER BY link.from_on LIMIT 1`,
      [organisationId, postId, json, id],
    ),
    tx.select(
      AWAY,
      `SELECT ${personName('held.user_id')} AS person, ${postMarkingInBoth('held.post_id')} AS post, link.from_on AS "from"
       FROM ${HELD_AND_LINKED} AND held.user_id = $2 ORDER BY link.from_on LIMIT 1`,
      [organisationId, userId, json],
    ),
  ]);
  if (own) throw unfit('link-to-oneself', fields.officer);
  if (overlap) throw unfit('leave-overlaps', fields.days, overlap);
  if (away) throw unfit('link-officer-on-leave', fields.officer, away);
}

/** Whoever acts for another then does not go on leave himself: that desk would be without anybody. @throws Refusal `acts-for-another` */
export async function refuseLinkOfficer(tx: Transaction, userId: string, days: LinkDays): Promise<void> {
  const [acts] = await tx.select(
    AWAY,
    `SELECT ${personName('held.user_id')} AS person, ${postMarkingInBoth('held.post_id')} AS post, link.from_on AS "from"
     FROM ${HELD_AND_LINKED} AND link.user_id = $2 ORDER BY link.from_on LIMIT 1`,
    [tx.by.organisationId, userId, asJson(days)],
  );
  if (acts) throw unfit('acts-for-another', 'fromOn', acts);
}
