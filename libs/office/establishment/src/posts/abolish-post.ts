import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Abolish, type Kept, markingInBoth } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { abolishLocked, lockKept, lockPost, type Post, refuseRoleOfPost } from '@patravali/organisation';
import { isUsed, postInUse } from './post-in-use';

/** Ends a post: nothing lies on its desk, nobody holds it and no post stands below it. What it has done keeps its name. */
@Injectable()
export class AbolishPost {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`; `post-in-use`, `post-abolished` */
  @Serves('abolishPost')
  execute(actor: Actor, postId: string, request: Abolish): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const post = await lockPost(tx, postId, units);
      refuseRoleOfPost(units, post);
      await abolishUnused(tx, post, request);
      return { id: postId, version: post.version + 1 };
    });
  }
}

/** Ends a post, which is locked. @throws Refusal `post-in-use` */
export async function abolishUnused(tx: Transaction, post: Post, { reason }: Abolish): Promise<void> {
  const { organisationId } = tx.by;
  const inUse = await postInUse(tx, organisationId, post.id);
  if (isUsed(inUse)) {
    const { waiting, below, holders } = inUse;
    throw new Refusal('post-in-use', { post: markingInBoth(post), ...waiting, below, holders });
  }
  await abolishLocked(tx, post.id);
  const data = { posts: [post.marking] };
  await tx.record('organisation.post_abolished', organisationId, { relatedId: post.id, reason, data });
}
