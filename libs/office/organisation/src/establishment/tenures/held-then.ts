import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { Tenure } from '../../organisation/organisation.entities';
import { unfit } from '../rules/administering';

const HELD_THEN = z.object({ hi: z.string(), en: z.string() });

type Wanted = Pick<
  Tenure,
  'id' | 'userId' | 'postId' | 'kind' | 'fromOn' | 'fromAfternoon' | 'untilOn' | 'untilForenoon'
>;

/**
 * A post has one regular holder at a time, the last is relieved before the next joins, and nobody holds a post twice.
 * @throws Refusal `post-held-then`, at this field
 */
export async function refuseHeldThen(tx: Transaction, tenure: Wanted, field: string): Promise<void> {
  const { id, userId, postId, kind, fromOn, fromAfternoon, untilOn, untilForenoon } = tenure;
  const [held] = await tx.select(
    HELD_THEN,
    `SELECT person.name_hi AS hi, person.name_en AS en FROM tenure
     JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
     WHERE tenure.organisation_id = $1 AND tenure.post_id = $2 AND tenure.id <> $6 AND tenure.ended_at IS NULL
       AND (tenure.kind = 'regular' AND $4 = 'regular' OR tenure.user_id = $5)
       AND half_days(tenure) && half_days(jsonb_populate_record(tenure, $3::jsonb)) LIMIT 1`,
    [
      tx.by.organisationId,
      postId,
      JSON.stringify({
        from_on: fromOn,
        from_afternoon: fromAfternoon,
        until_on: untilOn,
        until_forenoon: untilForenoon,
      }),
      kind,
      userId,
      id,
    ],
  );
  if (held) throw unfit('post-held-then', field, { person: held });
}
