import { id } from '../office/one-of-everything';
import { FILE_2 } from './receipts';
import { again, atTheEnd, final } from '../database/stopped-statements';

const PARKED = `UPDATE file_custody SET state = 'parked', parked_for = 'reply_received', opened_at = now()`;
const OF_F1 = `WHERE file_id = '${id('f1')}'`;
const CALL_BOOK = { kind: 'put_in_call_book', until_event: null, cause: 'court', remarks: 'x' };
const tomorrow = `(india_today() + 1)`;
const parking = (kind: string, until: string) =>
  `INSERT INTO parking_line (organisation_id, file_id, kind, by_user_id, by_post_id, capacity, until_on, cause, remarks)
   SELECT organisation_id, file_id, '${kind}', by_user_id, by_post_id, capacity, ${until}, 'court', 'x' FROM parking_line LIMIT 1`;

/** What the triggers of parking and of reminders must stop. */
export const STOPPED_ON_PARKING = {
  ...final('parking_line', [], 'remarks'),
  parking_follows_the_last: {
    table: 'parking_line',
    statements: [
      // The last line took it up: it is neither taken up again nor reviewed; a day that has not come ends nothing.
      ...['taken_up', 'day_came', 'reply_received'].map((kind) =>
        again('parking_line', { kind, until_event: null, sequence: 3 }),
      ),
      again('parking_line', { ...CALL_BOOK, kind: 'taken_out', cause: null, until_event: null, sequence: 3 }),
    ],
  },
  set_aside_until_later: {
    table: 'parking_line',
    statements: [
      again('parking_line', { until_on: '2020-01-01', sequence: 3 }),
      again('parking_line', { ...CALL_BOOK, until_on: '2999-01-01', sequence: 3 }),
    ],
  },
  ...atTheEnd('parking_sets_aside', 'parking_line', again('parking_line', { sequence: 3 })),
  ...atTheEnd(
    'custody_agrees_with_parking',
    'file_custody',
    `${PARKED} ${OF_F1}`,
    // Until another day than was written; under review on another day.
    `${again('parking_line', { sequence: 3 })}; ${PARKED}, parked_until = ${tomorrow} ${OF_F1}`,
    `${parking('put_in_call_book', tomorrow)}; UPDATE file_custody SET state = 'in_call_book',
       review_on = ${tomorrow} + 1, opened_at = now() ${OF_F1}`,
  ),
  ...atTheEnd(
    'new_custody_is_not_set_aside',
    'file_custody',
    `${FILE_2}; ${again('file_custody', {
      file_id: id('f2'),
      state: 'parked',
      parked_for: 'reply_received',
      opened_at: '2026-01-01',
      notes: 0,
      paragraphs: 0,
      correspondence: 0,
      pages: 0,
      drafts: 0,
    })}`,
  ),
  reminded_later: {
    table: 'followed_file',
    statements: [
      `UPDATE followed_file SET remind_on = '2020-01-01', reminder = 'x'`,
      again('followed_file', { post_id: id('p1'), remind_on: '2020-01-01', reminder: 'x' }),
    ],
  },
  ...final('file_reminder', [], 'words'),
};
