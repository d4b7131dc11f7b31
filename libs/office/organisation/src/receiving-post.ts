import type { Role } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Post } from './organisation.entities';

/** Roles whose posts can hold a file or a receipt at all: an auditor and an administrator never do. */
export const HOLDING_ROLES: readonly Role[] = ['dealing_hand', 'officer', 'dispatcher'];

/**
 * The post that a file or a receipt is sent to. Every post of the organisation takes things, vacant or not, but those
 * of auditors and administrators.
 * @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`.
 */
export async function receivingPost(tx: Transaction, toPostId: string, holderPostId: string | null): Promise<Post> {
  const post = await tx.find(Post, { id: toPostId });
  if (!post) throw new Refusal('unknown-post', {}, { errors: [{ pointer: '#/toPostId', detail: 'unknown-post' }] });
  if (post.id === holderPostId) throw new Refusal('to-oneself', { post: post.marking });
  if (!post.roles.some((role) => HOLDING_ROLES.includes(role))) {
    throw new Refusal('post-takes-no-files', { post: post.marking });
  }
  return post;
}

/** The posts of `organisationId` that can hold things, as `post`: a source and the condition that belongs to it. */
export const HOLDING_POSTS = {
  source: 'post',
  /** @param roles the placeholder of `HOLDING_ROLES`. */
  filter: (organisationId: string, roles: string) =>
    `post.organisation_id = ${organisationId} AND post.roles && ${roles}::text[]`,
} as const;
