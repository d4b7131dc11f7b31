import { markingInBoth, takesFiles } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { Post } from '../organisation/organisation.entities';

/**
 * The post that a file or a receipt is sent to. Every post of the organisation takes things, vacant or not, but those
 * of auditors and administrators.
 * @param found what `tx.find(Post, …)` answered for the post that was named.
 * @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`.
 */
export function receivingPost<
  Receiving extends Pick<Post, 'id' | 'marking' | 'roles'> & Partial<Pick<Post, 'markingHi'>>,
>(found: Receiving | null | undefined, holderPostId: string | null): Receiving {
  if (!found) throw new Refusal('unknown-post', {}, { errors: [{ pointer: '#/toPostId', detail: 'unknown-post' }] });
  if (found.id === holderPostId) throw new Refusal('to-oneself', { post: markingInBoth(found) });
  if (!takesFiles(found)) throw new Refusal('post-takes-no-files', { post: markingInBoth(found) });
  return found;
}

/** The posts of `organisationId` that can hold things, as `post`: a source and the condition that belongs to it. */
export const HOLDING_POSTS = {
  source: 'post',
  /** @param roles the placeholder of `HOLDING_ROLES`. */
  filter: (organisationId: string, roles: string) =>
    `post.organisation_id = ${organisationId} AND post.abolished_at IS NULL AND post.roles && ${roles}::text[]`,
} as const;
