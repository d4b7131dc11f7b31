import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { ACTING_TENURE } from './held-posts';

const HELD = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  holderUserId: z.uuid().nullable(),
});
export type HeldPost = z.infer<typeof HELD>;

/** These posts, as far as they are of this organisation, with whoever acts from them today: the link officer, if there is one. */
export async function holdersOf(
  database: SqlRunner,
  organisationId: string,
  postIds: readonly string[],
): Promise<HeldPost[]> {
  if (postIds.length === 0) return [];
  return await select(
    database,
    HELD,
    `SELECT post.id, post.marking, post.marking_hi AS "markingHi", (SELECT tenure.user_id FROM tenure WHERE ${ACTING_TENURE}) AS "holderUserId"
     FROM post WHERE post.organisation_id = $1 AND post.id = ANY ($2::uuid[])`,
    [organisationId, [...postIds]],
  );
}
