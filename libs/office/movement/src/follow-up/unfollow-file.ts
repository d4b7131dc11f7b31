import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { recordFollowing, toFollow } from './followed-files';

/** The acting post follows a file no longer; its reminder goes with it. */
@Injectable()
export class UnfollowFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-followed`. */
  @Serves('unfollowFile')
  execute(actor: Actor, fileId: string): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { version } = await toFollow(tx, actor, fileId);
      const gone = await tx.select(
        z.object({ fileId: z.uuid() }),
        `DELETE FROM followed_file WHERE organisation_id = $1 AND post_id = $2 AND file_id = $3
         RETURNING file_id AS "fileId"`,
        [actor.organisationId, actor.postId, fileId],
      );
      if (gone.length === 0) throw new Refusal('not-followed');
      await recordFollowing(tx, actor, fileId, 'file_unfollowed');
      return { id: fileId, version };
    });
  }
}
