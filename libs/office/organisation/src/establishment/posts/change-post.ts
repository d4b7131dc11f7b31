import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, KeepPost } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Post } from '../../organisation/organisation.entities';
import { refuseChanged, versionAfter } from '../rules/administering';
import { refuseWithoutAdministrator } from '../rules/administrator-left';
import { lockKept, refuseBeyondUnits, refuseRoleOfPost } from '../rules/unit-administration';
import { FOLLOW_SUPERIORS } from '../superiors/superior-changes';
import { lockPost, postRow, refuseUnfitPost } from './post-rules';

/** Renames a post, moves it to another unit or below another superior, or gives it other roles. What it was called is kept. */
@Injectable()
export class ChangePost {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile`; `name-taken`, `unknown-unit`,
   * `unit-abolished`, `unknown-post`, `post-abolished`, `superior-not-above`, `information-role-taken`, `circle-of-posts`, `post-below-not-lower`, `last-administrator`
   */
  @Serves('changePost')
  execute(actor: Actor, postId: string, request: KeepPost, ifMatch: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const post = await lockPost(tx, postId, units);
      refuseChanged(post, ifMatch);
      refuseRoleOfPost(units, post);
      await refuseBeyondUnits(tx, units, post, request);
      await alterPost(tx, post, request);
      return { id: postId, version: versionAfter(post, postRow(request)) };
    });
  }
}

/**
 * Changes a post, which is locked.
 * @throws Refusal `name-taken`, `unknown-unit`, `unit-abolished`, `unknown-post`, `post-abolished`, `superior-not-above`, `information-role-taken`,
 * `circle-of-posts`, `post-below-not-lower`, `last-administrator`
 */
export async function alterPost(tx: Transaction, post: Post, request: KeepPost): Promise<void> {
  const { id } = post;
  await refuseUnfitPost(tx, id, request);
  await tx.update(Post, { id }, postRow(request));
  if (request.superiorPostId !== post.superiorPostId) await tx.enqueue(FOLLOW_SUPERIORS, {});
  if (post.roles.includes('administrator')) await refuseWithoutAdministrator(tx);
  const { marking, reason } = request;
  const data = { posts: [marking], ...(marking !== post.marking && { before: post.marking }) };
  await tx.record('organisation.post_changed', tx.by.organisationId, { relatedId: id, reason, data });
}
