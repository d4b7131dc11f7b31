import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/**
 * The posts above these, all the way up, without these themselves unless they stand above one another. A circle of
 * superiors ends where it began.
 */
export async function superiorsOf(
  database: SqlRunner,
  organisationId: string,
  postIds: readonly string[],
): Promise<string[]> {
  const rows = await select(
    database,
    z.object({ id: z.uuid() }),
    `WITH RECURSIVE above (id) AS (
       SELECT superior_post_id FROM post
       WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) AND superior_post_id IS NOT NULL
       UNION
       SELECT post.superior_post_id FROM above JOIN post ON post.organisation_id = $1 AND post.id = above.id
       WHERE post.superior_post_id IS NOT NULL)
     SELECT id FROM above`,
    [organisationId, [...postIds]],
  );
  return rows.map(({ id }) => id);
}
