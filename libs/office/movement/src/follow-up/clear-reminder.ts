import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { recordFollowing, toFollow } from './followed-files';

/** What one wanted to be reminded of is done; the file stays in the follow-up. */
@Injectable()
export class ClearReminder {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `no-reminder`. */
  @Serves('clearReminder')
  execute(actor: Actor, fileId: string): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { version } = await toFollow(tx, actor, fileId);
      const cleared = await tx.select(
        z.object({ fileId: z.uuid() }),
        `UPDATE followed_file SET remind_on = NULL, reminder = NULL
         WHERE organisation_id = $1 AND post_id = $2 AND file_id = $3 AND remind_on IS NOT NULL
         RETURNING file_id AS "fileId"`,
        [actor.organisationId, actor.postId, fileId],
      );
      if (cleared.length === 0) throw new Refusal('no-reminder');
      await recordFollowing(tx, actor, fileId, 'reminder_cleared');
      return { id: fileId, version };
    });
  }
}
