import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** @throws Refusal `not-allowed` for all but auditors. */
export function refuseNonAuditor({ post }: Pick<Actor, 'post'>): void {
  if (!post.roles.includes('auditor'))
    throw new Refusal('not-allowed', { post: markingInBoth(post), because: 'auditors-alone' });
}
