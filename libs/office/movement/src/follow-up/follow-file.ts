import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { readCustodies } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { recordFollowing, refuseFollowing, toFollow } from './followed-files';

/** The acting post follows a file that it may read; whoever follows it already has seen what happened up to now. */
@Injectable()
export class FollowFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  @Serves('followFile')
  execute(actor: Actor, fileId: string): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { movements, version } = await toFollow(tx, actor, fileId);
      await tx.execute(
        `INSERT INTO followed_file AS w (organisation_id, post_id, file_id, seen_movements) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, post_id, file_id) DO UPDATE SET seen_movements = GREATEST(w.seen_movements, $4)`,
        [actor.organisationId, actor.postId, fileId, movements],
      );
      await recordFollowing(tx, actor, fileId, 'file_followed', { movements });
      return { id: fileId, version };
    });
  }

  /** Which of these files could not be followed now, and why: one statement. Nothing is changed. */
  async check(actor: Actor, fileIds: readonly string[]): Promise<Refusals> {
    const custodyOf = await readCustodies(this.database, actor, fileIds);
    return eachRefusal(fileIds, (fileId) => refuseFollowing(actor, custodyOf(fileId)));
  }
}
