import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, SetReminder as SetReminderRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { refuseDay } from '../parking/refuse-day';
import { recordFollowing, toFollow } from './followed-files';

/** The acting post wants to be reminded of a file on a day: it follows the file from now on. A new reminder replaces the old one. */
@Injectable()
export class SetReminder {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `day-too-early`. */
  @Serves('setReminder')
  execute(actor: Actor, fileId: string, { on, words }: SetReminderRequest): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { movements, version } = await toFollow(tx, actor, fileId);
      await refuseDay(tx, on, '#/on', { earliest: 0 });
      await tx.execute(
        `INSERT INTO followed_file (organisation_id, post_id, file_id, seen_movements, remind_on, reminder)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organisation_id, post_id, file_id)
           DO UPDATE SET remind_on = EXCLUDED.remind_on, reminder = EXCLUDED.reminder`,
        [actor.organisationId, actor.postId, fileId, movements, on, words],
      );
      await recordFollowing(tx, actor, fileId, 'reminder_set', { on });
      return { id: fileId, version };
    });
  }
}
