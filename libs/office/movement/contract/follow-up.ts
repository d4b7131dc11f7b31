import { Day, Instant, operation, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged } from '../../custody/contract/custody';
import { ActorRef } from '../../organisation/contract/organisation';

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
  followFile: operation('POST', '/files/:fileId/follow', {
    summary: 'Follow a file',
    description: 'Once more says that whatever happened up to now has been seen.',
    answer: FileChanged,
    changes: ['following'],
    move: 'follow',
    event: 'user.file_followed',
  }),
  unfollowFile: operation('POST', '/files/:fileId/unfollow', {
    summary: 'Stop following a file',
    answer: FileChanged,
    changes: ['following'],
    event: 'user.file_unfollowed',
    refuses: ['not-followed'],
  }),
  setReminder: operation('PUT', '/files/:fileId/reminder', {
    summary: 'Set a reminder on a followed file',
    body: SetReminder,
    answer: FileChanged,
    changes: ['following'],
    event: 'user.reminder_set',
    refuses: ['day-too-early', 'day-too-late'],
  }),
  clearReminder: operation('DELETE', '/files/:fileId/reminder', {
    summary: 'Clear the reminder on a followed file',
    answer: FileChanged,
    changes: ['following'],
    event: 'user.reminder_cleared',
    refuses: ['no-reminder'],
  }),
  remindHolder: operation('POST', '/files/:fileId/remind', {
    summary: 'Remind the desk that holds a file',
    body: RemindHolder,
    answer: FileChanged,
    changes: ['following', 'history'],
    move: 'remind',
    event: 'file.reminded',
    refuses: ['reminded-today'],
  }),
};
