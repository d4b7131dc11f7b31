import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** @throws Refusal `not-allowed` for all but administrators. */
export function refuseNonAdministrator({ post }: Pick<Actor, 'post'>): void {
  if (!post.roles.includes('administrator')) throw new Refusal('not-allowed', { post: markingInBoth(post) });
}
