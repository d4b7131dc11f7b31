import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const TENURE = z.object({ id: z.uuid() });

/** Which tenures, of whatever time, have put these people on these posts: pairs of them, in their order. */
export async function tenuresOf(
  database: SqlRunner,
  organisationId: string,
  { userIds, postIds }: { readonly userIds: readonly string[]; readonly postIds: readonly string[] },
): Promise<string[]> {
  const tenures = await select(
    database,
    TENURE,
    `SELECT id FROM tenure WHERE organisation_id = $1
       AND (user_id, post_id) IN (SELECT * FROM unnest($2::uuid[], $3::uuid[])) ORDER BY id`,
    [organisationId, [...userIds], [...postIds]],
  );
  return tenures.map(({ id }) => id);
}
