import { z } from 'zod';
import { operation } from '../operation';
import { Day, Instant, typed } from '../page';
import { FileChanged } from './custody';
import { ActorRef } from './organisation';

/** How the acting post follows a file, as it is told only to that post. */
export const Following = z
  .object({
    since: Instant,
    /** It has gone to another desk, or was closed or reopened, since the post last looked. */
    moved: z.boolean(),
    remindOn: Day.nullable(),
    reminder: z.string().nullable(),
  })
  .meta({ id: 'Following' });
export type Following = z.infer<typeof Following>;

/** To oneself: from that day on the file stands among what is new in the follow-up. */
export const SetReminder = z.strictObject({ on: Day, words: typed(500) }).meta({ id: 'SetReminder' });
export type SetReminder = z.infer<typeof SetReminder>;

/** To the holder. */
export const RemindHolder = z.strictObject({ words: typed(500).optional() }).meta({ id: 'RemindHolder' });
export type RemindHolder = z.infer<typeof RemindHolder>;

/** A reminder to the holder as the file's head shows it. */
export const ReminderLine = z
  .object({ by: ActorRef, at: Instant, words: z.string().nullable() })
  .meta({ id: 'ReminderLine' });
export type ReminderLine = z.infer<typeof ReminderLine>;

export const followUpOperations = {
  /** Again: whatever happened up to now has been seen. */
  followFile: operation('POST', '/files/:fileId/follow', {
    answer: FileChanged,
    changes: ['following'],
    move: 'follow',
    event: 'user.file_followed',
  }),
  unfollowFile: operation('POST', '/files/:fileId/unfollow', {
    answer: FileChanged,
    changes: ['following'],
    event: 'user.file_unfollowed',
  }),
  setReminder: operation('PUT', '/files/:fileId/reminder', {
    body: SetReminder,
    answer: FileChanged,
    changes: ['following'],
    event: 'user.reminder_set',
  }),
  clearReminder: operation('DELETE', '/files/:fileId/reminder', {
    answer: FileChanged,
    changes: ['following'],
    event: 'user.reminder_cleared',
  }),
  remindHolder: operation('POST', '/files/:fileId/remind', {
    body: RemindHolder,
    answer: FileChanged,
    changes: ['following', 'history'],
    move: 'remind',
    event: 'file.reminded',
  }),
};
