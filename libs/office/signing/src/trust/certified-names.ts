import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const NAME = z.object({ userId: z.uuid(), name: z.string() });

/**
 * Under which other name people are certified: what the latest certificate that is bound to them says, where that is not what the office calls
 * them. It stands on what they sign. One statement.
 */
export async function certifiedNames(
  database: SqlRunner,
  organisationId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = await select(
    database,
    NAME,
    `SELECT latest.user_id AS "userId", latest.holder AS name FROM (SELECT DISTINCT ON (named.user_id) named.* FROM (
       SELECT b.user_id, b.holder, b.bears_other_name, b.added_at FROM certificate_binding b
         WHERE b.organisation_id = $1 AND b.ended_at IS NULL AND b.user_id = ANY ($2::uuid[])
       UNION ALL
       SELECT k.user_id, k.holder, k.bears_other_name, k.added_at FROM signing_key k
         WHERE k.organisation_id = $1 AND k.state = 'in_use' AND k.holder IS NOT NULL AND k.user_id = ANY ($2::uuid[])
     ) named ORDER BY named.user_id, named.added_at DESC) latest
     WHERE latest.bears_other_name`,
    [organisationId, [...userIds]],
  );
  return new Map(names.map(({ userId, name }) => [userId, name]));
}
