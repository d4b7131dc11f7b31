import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { holdersNowAndLater, postsRightBelow } from '../posts/hanging-on-post';

const CHARGE = z.object({ postId: z.uuid(), below: z.int(), otherHolders: z.int() });
export type Charge = z.output<typeof CHARGE>;

/** The posts that a person holds now or is to hold, the highest first. */
export function chargesOf(database: SqlRunner, organisationId: string, personId: string): Promise<Charge[]> {
  return select(
    database,
    CHARGE,
    `SELECT post.id AS "postId", ${postsRightBelow('$1', 'post.id')} AS below,
       ${holdersNowAndLater('$1', 'post.id', '$2')} AS "otherHolders"
     FROM post WHERE post.organisation_id = $1 AND EXISTS (SELECT FROM tenure
       WHERE tenure.organisation_id = $1 AND tenure.post_id = post.id AND tenure.user_id = $2
         AND tenure.ended_at IS NULL AND (tenure.until_on IS NULL OR tenure.until_on > india_today() OR holds_now(tenure)))
     ORDER BY post.level, post.marking`,
    [organisationId, personId],
  );
}
