import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Post } from '@patravali/people';
import { HOLDING_ROLES } from './file-abilities';

/**
 * The post that a file or a receipt is sent to. Every post of the organisation takes things, vacant or not, but those
 * of auditors and administrators.
 * @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`.
 */
export async function receivingPost(tx: Transaction, toPostId: string, holderPostId: string | null): Promise<Post> {
  const post = await findPost(tx, toPostId);
  if (!post) throw new Refusal('unknown-post', {}, { errors: [{ pointer: '#/toPostId', detail: 'unknown-post' }] });
  if (post.id === holderPostId) throw new Refusal('to-oneself', { post: post.marking });
  if (!post.roles.some((role) => HOLDING_ROLES.includes(role))) {
    throw new Refusal('post-takes-no-files', { post: post.marking });
  }
  return post;
}

async function findPost(tx: Transaction, id: string): Promise<Post | null> {
  const [post] = await tx.query<Post>(
    'SELECT id, organisation_id AS "organisationId", marking, roles FROM post WHERE organisation_id = $1 AND id = $2',
    [tx.by.organisationId, id],
  );
  return post ?? null;
}
