import { FormerName, PostRecord } from '@patravali/contract';
import { isoInstant, projection, select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { formerNamesOf } from '../rules/former-names';

const RECORD = projection(PostRecord, {
  id: 'post.id',
  marking: 'post.marking',
  markingHi: 'post.marking_hi',
  designation: `jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en)`,
  level: 'post.level',
  unitId: 'post.unit_id',
  superiorPostId: 'post.superior_post_id',
  roles: 'to_jsonb(post.roles)',
  auditedUnitIds: 'to_jsonb(post.audited_unit_ids)',
  informationRole: 'post.information_role',
  phone: 'post.phone',
  email: 'post.email',
  abolishedAt: isoInstant('post.abolished_at'),
  version: 'post.version',
});
const DETAILS = RECORD.with(
  { formerNames: z.array(FormerName) },
  { formerNames: formerNamesOf('post_id', 'post.organisation_id', 'post.id') },
);

/** A post as its administrator changes it, and what it was called. @throws Refusal `not-found` */
export async function readPost(
  database: SqlRunner,
  organisationId: string,
  postId: string,
): Promise<z.output<typeof DETAILS.row>> {
  const [found] = await select(
    database,
    DETAILS.row,
    `SELECT ${DETAILS.columns} FROM post WHERE post.organisation_id = $1 AND post.id = $2`,
    [organisationId, postId],
  );
  if (!found) throw new Refusal('not-found');
  return found;
}

/** All posts of the office, those abolished too, from its head down. */
export const keptPosts = (database: SqlRunner, organisationId: string): Promise<PostRecord[]> =>
  select(
    database,
    RECORD.row,
    `SELECT ${RECORD.columns} FROM post WHERE post.organisation_id = $1 ORDER BY post.level, post.marking`,
    [organisationId],
  );
