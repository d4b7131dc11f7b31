import { ReminderLine } from '@patravali/contract';
import { projection } from '@patravali/database';
import { actorRef } from '@patravali/organisation';

const REMINDER = projection(ReminderLine, {
  by: actorRef('q.by_user_id', 'q.by_post_id', 'q.capacity'),
  at: 'q.at',
  words: 'q.words',
});

/** The last reminder to the desk on which the file of custody `c` is, as JSON, or null. */
export const LAST_REMINDER = `CASE WHEN c.reminders > 0 THEN (SELECT ${REMINDER.json} FROM file_reminder q
  WHERE q.organisation_id = c.organisation_id AND q.file_id = c.file_id AND q.to_post_id = c.holder_post_id
  ORDER BY q.at DESC LIMIT 1) END`;
