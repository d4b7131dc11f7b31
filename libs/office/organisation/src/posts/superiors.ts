import { ROLES } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import type { Post } from '../organisation/organisation.entities';

/** The posts above these, all the way up, without these themselves unless they stand above one another. */
export async function superiorsOf(
  database: SqlRunner,
  organisationId: string,
  postIds: readonly string[],
): Promise<string[]> {
  const rows = await select(
    database,
    z.object({ id: z.uuid() }),
    `SELECT DISTINCT unnest(superior_post_ids) AS id FROM post WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, [...postIds]],
  );
  return rows.map(({ id }) => id);
}

/** What sending depends on of the post that sends and of the one that receives. */
export type PostOnTheWay = Pick<
  Post,
  'id' | 'marking' | 'markingHi' | 'level' | 'superiorPostId' | 'superiorPostIds' | 'roles'
>;

const ON_THE_WAY = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  level: z.int(),
  superiorPostId: z.uuid().nullable(),
  superiorPostIds: z.array(z.uuid()),
  roles: z.array(z.enum(ROLES)),
});

/** These posts, as far as they are of this organisation. */
export async function postsOnTheWay(
  database: SqlRunner,
  organisationId: string,
  postIds: readonly string[],
): Promise<PostOnTheWay[]> {
  return await select(
    database,
    ON_THE_WAY,
    `SELECT id, marking, marking_hi AS "markingHi", level, superior_post_id AS "superiorPostId", to_jsonb(superior_post_ids) AS "superiorPostIds",
       to_jsonb(roles) AS roles
     FROM post WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) AND abolished_at IS NULL`,
    [organisationId, [...postIds]],
  );
}
