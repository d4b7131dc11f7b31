import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, KeepPost } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Post } from '../../organisation/organisation.entities';
import { v7 as uuidv7 } from 'uuid';
import { lockKept, refuseBeyondUnits } from '../rules/unit-administration';
import { postRow, refuseUnfitPost } from './post-rules';

/** Enters a new post, which is vacant. */
@Injectable()
export class CreatePost {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`; `name-taken`, `unknown-unit`, `unit-abolished`, `unknown-post`,
   * `post-abolished`, `superior-not-above`, `information-role-taken`
   */
  @Serves('createPost')
  execute(actor: Actor, request: KeepPost): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      await refuseBeyondUnits(tx, await lockKept(tx, actor), null, request);
      return await enterPost(tx, request);
    });
  }
}

/**
 * Enters a post in the establishment, which is locked.
 * @throws Refusal `name-taken`, `unknown-unit`, `unit-abolished`, `unknown-post`, `post-abolished`, `superior-not-above`
 */
export async function enterPost(tx: Transaction, request: KeepPost): Promise<Kept> {
  const { organisationId } = tx.by;
  const id = uuidv7();
  await refuseUnfitPost(tx, id, request);
  await tx.insert(Post, { id, organisationId, ...postRow(request), abolishedAt: null, version: 1 });
  const { marking, reason } = request;
  const data = { posts: [marking] };
  await tx.record('organisation.post_created', organisationId, { relatedId: id, reason, data });
  return { id, version: 1 };
}
