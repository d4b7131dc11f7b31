import { type KeepPost, markingInBoth } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Post } from '../../organisation/organisation.entities';
import { z } from 'zod';
import { unfit } from '../rules/administering';
import { refuseTakenName } from '../rules/names';
import { refuseOtherUnit, type UnitsKept } from '../rules/unit-administration';
import { namedUnit } from '../units/unit-rules';

const HIGH_BELOW = z.object({ marking: z.string(), markingHi: z.string().nullable(), level: z.int() });

/** For who keeps these units, or the office. @throws Refusal `not-found`, `post-abolished` */
export async function lockPost(tx: Transaction, postId: string, units: UnitsKept | null = null): Promise<Post> {
  const post = await tx.lock(Post, { id: postId });
  refuseOtherUnit(units, post.unitId);
  if (post.abolishedAt !== null) throw new Refusal('post-abolished', { post: markingInBoth(post) });
  return post;
}

/** The post that a field names. @throws Refusal `unknown-post`, `post-abolished` */
export async function namedPost(tx: Transaction, postId: string, field: string): Promise<Post> {
  const post = await tx.find(Post, { id: postId });
  if (!post) throw unfit('unknown-post', field);
  if (post.abolishedAt !== null) throw unfit('post-abolished', field, { post: markingInBoth(post) });
  return post;
}

/**
 * @throws Refusal `name-taken`, `unknown-unit`, `unit-abolished`, `unknown-post`, `post-abolished`, `superior-not-above`, `circle-of-posts`,
 * `post-below-not-lower`, `information-role-taken`
 */
export async function refuseUnfitPost(tx: Transaction, id: string, post: KeepPost): Promise<void> {
  const {
    marking,
    markingHi,
    unitId,
    superiorPostId,
    level,
    auditedUnitIds,
    administeredUnitId,
    roles,
    informationRole,
  } = post;
  if (auditedUnitIds.length > 0 && !roles.includes('auditor')) throw unfit('invalid-input', 'auditedUnitIds');
  if ((administeredUnitId !== null) !== roles.includes('unit_administrator')) {
    throw unfit('invalid-input', 'administeredUnitId');
  }
  if (superiorPostId === id) throw unfit('circle-of-posts', 'superiorPostId', { post: markingInBoth(post) });
  // None needs what another answers: they travel together.
  const [superior] = await Promise.all([
    superiorPostId === null ? null : namedPost(tx, superiorPostId, 'superiorPostId'),
    refuseTakenName(tx, { table: 'post', column: 'marking', field: 'marking', name: marking, id }),
    refuseTakenName(tx, { table: 'post', column: 'marking_hi', field: 'markingHi', name: markingHi, id }),
    namedUnit(tx, unitId, 'unitId'),
    administeredUnitId === null ? null : namedUnit(tx, administeredUnitId, 'administeredUnitId'),
    ...auditedUnitIds.map((each, index) => namedUnit(tx, each, `auditedUnitIds/${index}`)),
    refuseTakenRole(tx, id, informationRole),
    refuseHighPostsBelow(tx, id, level),
  ]);
  if (!superior) return;
  if (superior.superiorPostIds.includes(id)) {
    throw unfit('circle-of-posts', 'superiorPostId', { post: markingInBoth(superior) });
  }
  if (superior.level >= level) {
    throw unfit('superior-not-above', 'superiorPostId', { post: markingInBoth(superior), level: superior.level });
  }
}

/** One post of the office answers applications under the Right to Information Act, and one hears the first appeal. @throws Refusal `information-role-taken` */
async function refuseTakenRole(tx: Transaction, id: string, role: KeepPost['informationRole']): Promise<void> {
  const bearer = role === null ? null : await tx.find(Post, { informationRole: role });
  if (bearer && bearer.id !== id) {
    throw unfit('information-role-taken', 'informationRole', { post: markingInBoth(bearer) });
  }
}

/** Whoever stands below a post is of a lower level. @throws Refusal `post-below-not-lower` */
async function refuseHighPostsBelow(tx: Transaction, id: string, level: number): Promise<void> {
  const [high] = await tx.select(
    HIGH_BELOW,
    `SELECT marking, marking_hi AS "markingHi", level FROM post
     WHERE organisation_id = $1 AND superior_post_id = $2 AND abolished_at IS NULL AND level <= $3 ORDER BY level LIMIT 1`,
    [tx.by.organisationId, id, level],
  );
  if (high) throw unfit('post-below-not-lower', 'level', { post: markingInBoth(high), level: high.level });
}

/** Nothing goes to the post, which is locked, any more; its duties under the Right to Information Act are free for another. */
export const abolishLocked = (tx: Transaction, postId: string): Promise<void> =>
  tx.update(Post, { id: postId }, { abolishedAt: NOW, informationRole: null });

export function postRow(post: KeepPost) {
  const { marking, markingHi, designation, level, unitId, superiorPostId, phone, email } = post;
  const { administeredUnitId, informationRole } = post;
  return {
    marking,
    markingHi,
    designationHi: designation.hi,
    designationEn: designation.en,
    level,
    unitId,
    superiorPostId,
    administeredUnitId,
    informationRole,
    phone,
    email,
    roles: [...new Set(post.roles)],
    auditedUnitIds: [...new Set(post.auditedUnitIds)].sort(),
  };
}
