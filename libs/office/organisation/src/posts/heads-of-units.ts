import { headOfUnit, HOLDING_ROLES } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { HOLDING_POSTS } from './receiving-post';

const IN_UNIT = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  level: z.int(),
  unitId: z.uuid(),
  abbreviation: z.string(),
});
export type HeadOfUnit = z.infer<typeof IN_UNIT>;

/** The post that heads each of these units, with the unit's abbreviation, by the id of the unit: one statement. */
export async function headsOfUnits(
  database: SqlRunner,
  organisationId: string,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, HeadOfUnit>> {
  if (unitIds.length === 0) return new Map();
  const posts = await select(
    database,
    IN_UNIT,
    `SELECT post.id, post.marking, post.marking_hi AS "markingHi", post.level, post.unit_id AS "unitId", unit.abbreviation
     FROM ${HOLDING_POSTS.source} JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
     WHERE ${HOLDING_POSTS.filter('$1', '$2')} AND post.unit_id = ANY ($3::uuid[])`,
    [organisationId, HOLDING_ROLES, [...unitIds]],
  );
  const heads = unitIds.map((unitId) => headOfUnit(posts, unitId)).filter((head) => head !== undefined);
  return new Map(heads.map((head) => [head.unitId, head]));
}
