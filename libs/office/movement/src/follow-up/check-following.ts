import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { custodyOf } from '@patravali/custody';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { mustFollow } from './followed-files';

/** Which of these files could not be followed, and why, by the rules of `FollowFile`. One statement. */
@Injectable()
export class CheckFollowing {
  constructor(private readonly database: EntityManager) {}

  async execute(actor: Actor, fileIds: readonly string[]): Promise<Refusals> {
    const custodies = await custodyOf(this.database, actor, fileIds);
    return await eachRefusal(fileIds, (fileId) => mustFollow(actor, custodies.get(fileId)));
  }
}
