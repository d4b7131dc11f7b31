import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Day, type FileChanged, markingInBoth, type RemindHolder as RemindHolderRequest } from '@patravali/contract';
import { countReminder, lockCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { superiorsOf } from '@patravali/organisation';
import { z } from 'zod';
import { mayRemind } from './may-remind';

/**
 * The sender of a file, or a superior of its holder, reminds the holder of it: once a working day. The version of the file does
 * not count it, so that the holder is not stopped in what he does.
 */
@Injectable()
export class RemindHolder {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `reminded-today`. */
  @Serves('remindHolder')
  execute(actor: Actor, fileId: string, { words }: RemindHolderRequest): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'remind' });
      const { organisationId, holderPostId, movements, version } = custody;
      const superiors = await superiorsOf(tx, organisationId, holderPostId === null ? [] : [holderPostId]);
      if (!mayRemind(actor, custody, superiors.includes(actor.postId))) {
        throw new Refusal('not-allowed', { post: markingInBoth(actor.post), action: 'remind' });
      }
      const day = await workingDay(tx);
      const written = await tx.select(
        z.object({ day: Day }),
        `INSERT INTO file_reminder (organisation_id, file_id, by_post_id, day, by_user_id, capacity, to_post_id,
           movement_sequence, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING day`,
        [
          organisationId,
          fileId,
          actor.postId,
          day,
          actor.userId,
          actor.capacity,
          holderPostId,
          movements,
          words ?? null,
        ],
      );
      if (written.length === 0) throw new Refusal('reminded-today', { day });
      await countReminder(tx, custody);
      await tx.record('file.reminded', fileId, { reason: words, data: { toPostId: holderPostId } });
      return { id: fileId, version };
    });
  }
}

/** The day for which a reminder counts. */
async function workingDay(tx: Transaction): Promise<string> {
  const [row] = await tx.select(
    z.object({ day: Day }),
    'SELECT COALESCE(next_working_day($1, india_today()), india_today()) AS day',
    [tx.by.organisationId],
  );
  if (!row) throw new Error('The database told no day');
  return row.day;
}
