import { markingInBoth, ROLES } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/**
 * The post must be one of the office, and one of an officer, held today or not.
 * @param pointer where the request names the post.
 * @throws Refusal `unknown-post`, `officer-needed`.
 */
export async function refuseNonOfficer(
  database: SqlRunner,
  organisationId: string,
  { postId, pointer }: { readonly postId: string; readonly pointer: string },
): Promise<void> {
  const [post] = await select(
    database,
    z.object({ marking: z.string(), markingHi: z.string().nullable(), roles: z.array(z.enum(ROLES)) }),
    'SELECT marking, marking_hi AS "markingHi", roles FROM post WHERE organisation_id = $1 AND id = $2',
    [organisationId, postId],
  );
  if (!post) throw new Refusal('unknown-post', {}, { errors: [{ pointer, detail: 'unknown-post' }] });
  if (post.roles.includes('officer')) return;
  throw new Refusal(
    'officer-needed',
    { post: markingInBoth(post) },
    { errors: [{ pointer, detail: 'officer-needed' }] },
  );
}
