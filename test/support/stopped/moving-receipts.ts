import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

/** The letter that DS has, unopened: SO sent it there, with a copy to DH. */
const OF_R4 = `WHERE id = '${id('r4')}'`;
const [SO, DS, DH] = [id('p1'), id('p2'), id('p3')];
const NOWHERE = null;
const closedBy = (post: string) =>
  `UPDATE receipt SET state = 'closed', holder_post_id = NULL, sender_post_id = NULL, closed_by_post_id = '${post}' ${OF_R4}`;
const moving = (kind: string, to: string | null, by: string, more: object = {}) =>
  again('movement', {
    id: id('v8'),
    file_id: null,
    receipt_id: id('r4'),
    notes: null,
    sequence: 3,
    remarks: 'x',
    kind,
    from_post_id: DS,
    to_post_id: to,
    by_post_id: by,
    ...more,
  });
const SEEN = `UPDATE receipt_copy SET seen_at = now(), seen_by_user_id = '${id('u1')}', seen_capacity = 'regular'`;
const UNREADABLE = `UPDATE receipt SET reader_post_ids = '{${SO},${DS}}' ${OF_R4}`;

/** What the triggers on receipts that are taken back, redirected and copied must stop. */
export const STOPPED_ON_MOVING_RECEIPTS = {
  ...atTheEnd(
    'receipt_says_how_it_came',
    'receipt',
    `UPDATE receipt SET returned = true ${OF_R4}`,
    `UPDATE receipt SET redirected = true ${OF_R4}`,
  ),
  letter_moves_by_right: {
    table: 'movement',
    statements: [
      // It was opened; it is taken by another; it goes back to another; it is redirected to its sender.
      `UPDATE receipt SET opened_at = now() ${OF_R4}; ${moving('pulled_back', SO, SO)}`,
      moving('pulled_back', DH, DH),
      moving('pulled_back', SO, DS),
      moving('returned', DH, DS),
      moving('returned', SO, SO),
      moving('redirected', SO, DS),
      moving('redirected', DH, SO),
      // Nobody sent this one.
      moving('redirected', DS, SO, { receipt_id: id('r1'), sequence: 2, from_post_id: SO }),
      // Closed by another than who has it, or as if it went somewhere; by a clerk who has it; reopened while it is not closed.
      moving('closed', NOWHERE, SO),
      moving('closed', SO, DS),
      `UPDATE receipt SET holder_post_id = '${DH}' ${OF_R4}; ${moving('closed', NOWHERE, DH, { from_post_id: DH })}`,
      moving('reopened', DS, DS),
      // Reopened by a post that does not stand above; by a clerk; on another desk.
      `${closedBy(DS)}; ${moving('reopened', SO, SO, { from_post_id: null })}`,
      `${closedBy(SO)}; ${moving('reopened', DH, DH, { from_post_id: null })}`,
      `${closedBy(SO)}; ${moving('reopened', DS, SO, { from_post_id: null })}`,
    ],
  },
  receipt_copy_is_kept: {
    table: 'receipt_copy',
    as: 'receipt_copy_is_final',
    statements: ['DELETE FROM receipt_copy'],
  },
  receipt_copy_is_not_truncated: {
    table: 'receipt_copy',
    as: 'receipt_copy_is_final',
    statements: ['TRUNCATE receipt_copy'],
  },
  copy_is_given_and_seen: {
    table: 'receipt_copy',
    statements: [
      // Given by another or to whoever has the letter; taken back where that was not; seen twice; one too many.
      `UPDATE receipt_copy SET from_post_id = '${DS}'`,
      again('receipt_copy', { post_id: DS }),
      'UPDATE receipt_copy SET taken_back_at = now()',
      `${SEEN}; UPDATE receipt_copy SET seen_at = now() + INTERVAL '1 day'`,
      `INSERT INTO receipt_copy (organisation_id, receipt_id, post_id, movement_sequence, from_post_id)
       SELECT organisation_id, receipt_id, gen_random_uuid(), 2, from_post_id FROM receipt_copy, generate_series(1, 19)`,
    ],
  },
  ...atTheEnd('copy_may_be_read', 'receipt_copy', `${UNREADABLE}; ${SEEN}`),
  ...atTheEnd('copies_stay_readable', 'receipt', UNREADABLE),
};
