import { markingInBoth, type Role, type TenureKind } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { asJson, HALF_DAYS_OF, type LinkDays } from '../absence/link-rules';
import { MarkingInBoth, postMarkingInBoth } from '../../organisation/names';
import type { OfficeUser, Post } from '../../organisation/organisation.entities';
import { unfit } from '../rules/administering';

const CLERK = z.object({ userId: z.uuid() });
const HELD = z.object({ post: MarkingInBoth });

/** What a clerk's post does, and no other. */
const OF_CLERKS: readonly Role[] = ['dealing_hand', 'dispatcher'];

/** Under whom an operator works at the post: whoever has charge of it when he begins. @throws Refusal `operator-needs-clerk` */
export async function clerkOf(tx: Transaction, post: Post, days: LinkDays): Promise<string> {
  const [clerk] = await tx.select(
    CLERK,
    `SELECT user_id AS "userId" FROM tenure held
     WHERE held.organisation_id = $1 AND held.post_id = $2 AND held.kind IN ('regular', 'additional')
       AND held.ended_at IS NULL AND half_days(held) @> lower(${HALF_DAYS_OF('$3')})
     ORDER BY array_position(ARRAY['regular', 'additional'], held.kind), held.id LIMIT 1`,
    [tx.by.organisationId, post.id, asJson(days)],
  );
  if (!clerk || !post.roles.every((role) => OF_CLERKS.includes(role)))
    throw unfit('operator-needs-clerk', 'postId', { post: markingInBoth(post) });
  return clerk.userId;
}

/** An operator holds no post, and whoever holds one is no operator. @throws Refusal `operator-holds-no-post` */
export async function refuseBesidesOperator(
  tx: Transaction,
  person: Pick<OfficeUser, 'id' | 'nameHi' | 'nameEn'>,
  kind: TenureKind,
  days: LinkDays,
): Promise<void> {
  const [held] = await tx.select(
    HELD,
    `SELECT ${postMarkingInBoth('held.post_id')} AS post FROM tenure held
     WHERE held.organisation_id = $1 AND held.user_id = $2 AND held.ended_at IS NULL
       AND (held.kind = 'operator') <> ($4 = 'operator') AND half_days(held) && ${HALF_DAYS_OF('$3')}
     ORDER BY held.from_on, held.id LIMIT 1`,
    [tx.by.organisationId, person.id, asJson(days), kind],
  );
  if (!held) return;
  throw unfit('operator-holds-no-post', 'personId', { person: { hi: person.nameHi, en: person.nameEn }, ...held });
}
