import type { Actor } from '@patravali/authorization';
import { FormerName, PostRecord } from '@patravali/contract';
import { isoInstant, projection, select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { formerNamesOf } from '../rules/former-names';
import { refuseNonKeeper, within } from '../rules/unit-administration';

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
  administeredUnitId: 'post.administered_unit_id',
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

/** A post as whoever keeps it changes it, and what it was called. @throws Refusal `not-allowed`, `not-found` */
export async function readPost(
  database: SqlRunner,
  actor: Actor,
  postId: string,
): Promise<z.output<typeof DETAILS.row>> {
  refuseNonKeeper(actor);
  const values: unknown[] = [actor.organisationId, postId];
  const { unit } = within(actor, values);
  const [found] = await select(
    database,
    DETAILS.row,
    `SELECT ${DETAILS.columns} FROM post WHERE post.organisation_id = $1 AND post.id = $2 AND ${unit('post.unit_id')}`,
    values,
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
