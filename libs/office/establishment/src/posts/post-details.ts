import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { PostDetails } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { readPost } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { postInUse } from './post-in-use';

/** A post for whoever changes it: two statements. */
@Injectable()
export class PostDetailsQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed`, `not-found` */
  @Serves('getPostDetails')
  async execute(actor: Actor, postId: string): Promise<PostDetails> {
    const { organisationId } = actor;
    const { formerNames, ...post } = await readPost(this.database, actor, postId);
    const inUse = await postInUse(this.database, organisationId, postId);
    return { post, inUse, formerNames };
  }
}
