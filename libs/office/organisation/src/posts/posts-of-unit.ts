import { Refusal } from '@patravali/errors';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** The ids of the posts of one unit, as a subquery; both ids are placeholders or columns. */
export const postsOfUnit = (organisationId: string, unitId: string): string =>
  `SELECT post.id FROM post WHERE post.organisation_id = ${organisationId} AND post.unit_id = ${unitId}`;

interface SoughtOf {
  readonly unitId?: string | undefined;
  readonly postId?: string | undefined;
}

/** That this organisation has the unit and the post. @throws Refusal `unknown-unit`, `unknown-post` */
export async function refuseUnknown(
  database: SqlRunner,
  organisationId: string,
  { unitId, postId }: SoughtOf,
): Promise<void> {
  if (unitId === undefined && postId === undefined) return;
  const [has] = await select(
    database,
    z.object({ unit: z.boolean(), post: z.boolean() }),
    `SELECT EXISTS (SELECT FROM unit WHERE unit.organisation_id = $1 AND unit.id = $2) AS unit,
       EXISTS (SELECT FROM post WHERE post.organisation_id = $1 AND post.id = $3) AS post`,
    [organisationId, unitId ?? null, postId ?? null],
  );
  if (unitId !== undefined && has?.unit !== true) throw new Refusal('unknown-unit');
  if (postId !== undefined && has?.post !== true) throw new Refusal('unknown-post');
}

/** The ids of the posts of one unit, also of posts that are abolished. @throws Refusal `unknown-unit` of one that this organisation has not. */
export async function idsOfPostsOfUnit(
  database: SqlRunner,
  organisationId: string,
  unitId: string,
): Promise<readonly string[]> {
  const [unit] = await select(
    database,
    z.object({ postIds: z.array(z.uuid()) }),
    `SELECT ARRAY(${postsOfUnit('unit.organisation_id', 'unit.id')}) AS "postIds" FROM unit
     WHERE unit.organisation_id = $1 AND unit.id = $2`,
    [organisationId, unitId],
  );
  if (!unit) throw new Refusal('unknown-unit');
  return unit.postIds;
}
