import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { HOLDS_TODAY } from './held-posts';

const HELD = z.object({ id: z.uuid(), marking: z.string(), holderUserId: z.uuid().nullable() });

/** These posts, as far as they are of this organisation, with whoever acts from them today: the link officer, if there is one. */
export async function holdersOf(
  database: SqlRunner,
  organisationId: string,
  postIds: readonly string[],
): Promise<z.infer<typeof HELD>[]> {
  return await select(
    database,
    HELD,
    `SELECT post.id, post.marking, (SELECT tenure.user_id FROM tenure
       WHERE tenure.organisation_id = post.organisation_id AND tenure.post_id = post.id AND tenure.kind <> 'assistant'
         AND ${HOLDS_TODAY}
       ORDER BY array_position(ARRAY['link', 'regular', 'additional'], tenure.kind) LIMIT 1) AS "holderUserId"
     FROM post WHERE post.organisation_id = $1 AND post.id = ANY ($2::uuid[])`,
    [organisationId, [...postIds]],
  );
}
