import { UnitRef } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { unitRef } from '../organisation/names';

const UNDER = z.object({
  /** The post stands on the highest level of all. */
  isHead: z.boolean(),
  units: z.array(UnitRef),
});

/** The units in which this post and the posts below it sit. */
export async function unitsUnder(
  database: SqlRunner,
  organisationId: string,
  postId: string,
): Promise<z.infer<typeof UNDER>> {
  const [under] = await select(
    database,
    UNDER,
    `SELECT own.level = 1 AS "isHead", (SELECT json_agg(${unitRef('u.id')} ORDER BY u.abbreviation) FROM unit u
       WHERE u.organisation_id = $1 AND u.id IN (SELECT p.unit_id FROM post p
         WHERE p.organisation_id = $1 AND (p.id = $2 OR $2 = ANY (p.superior_post_ids)))) AS units
     FROM post own WHERE own.organisation_id = $1 AND own.id = $2`,
    [organisationId, postId],
  );
  if (!under) throw new Error(`There is no post ${postId}`);
  return under;
}
