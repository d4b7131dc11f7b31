import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** Whether the organisation has this post. */
export async function isPostOf(database: SqlRunner, organisationId: string, postId: string): Promise<boolean> {
  const [post] = await select(
    database,
    z.object({ id: z.uuid() }),
    'SELECT id FROM post WHERE organisation_id = $1 AND id = $2',
    [organisationId, postId],
  );
  return post !== undefined;
}
