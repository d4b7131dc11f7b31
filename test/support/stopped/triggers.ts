import { ATTACHED, DETACHING } from '../papers/detached-letter';
import { id } from '../office/one-of-everything';
import { STOPPED_ON_ABSENCE } from './absence';
import { STOPPED_ON_CLOCKS } from './clocks';
import { stoppedOnComments } from './letters/comments';
import { STOPPED_ON_CONSULTATIONS } from './consultations';
import { stoppedOnEnclosures } from './letters/enclosures';
import { STOPPED_ON_CORRECTING } from './correcting';
import { STOPPED_ON_DECISIONS } from './decisions';
import { APPROVING, NEW_DRAFT, NUMBERED, STOPPED_ON_DRAFTS } from './letters/drafts';
import { STOPPED_ON_GRADING } from './grading';
import { STOPPED_ON_THE_OFFICE } from './the-office';
import { RETURN, STOPPED_ON_NOTES, WORDLESS } from './notes';
import { confirming, STOPPED_ON_DISPATCH, WITHHELD } from './letters/dispatch';
import { STOPPED_ON_FILES_TOGETHER } from './files-together';
import { STOPPED_ON_PARKING } from './parking';
import { STOPPED_ON_MOVING_RECEIPTS } from './moving-receipts';
import { FILE_2, STOPPED_ON_RECEIPTS } from './receipts';
import { STOPPED_ON_TAKING_BACK } from './taking-back';
import { stoppedOnSigning } from './letters/signing';
import { stoppedOnWithdrawing } from './letters/withdrawing';
import { again, atTheEnd, final, upwards } from '../database/stopped-statements';

const NEW_VERSION = `${again('draft', NEW_DRAFT)}; ${again('draft_version', { draft_id: id('a2') })}`;
const CLOSING = `UPDATE file_custody SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}',
  closing_reason = 'x', clock_stopped_on = NULL, clock_stopped_for = NULL WHERE file_id = '${id('f1')}'`;
const RECEIPT_2 = { id: id('r2'), diary_number: '2/2026', document_id: id('d2') };
const FORWARD = { id: id('v3'), sequence: 2, kind: 'forwarded', from_post_id: id('p1'), to_post_id: id('p2') };
const OF_RECEIPT = { file_id: null, receipt_id: id('r1'), notes: null };
const WITH_SUPERIOR = `holder_post_id = '${id('p2')}'`;

/** What the application may take away again. */
export const PASSING = [
  'asked_pdf',
  'connection_setting',
  'declared_day',
  'desk_pin',
  'desk_view',
  'document',
  'esign_request',
  'file_link',
  'file_sent',
  'followed_file',
  'idempotency_key',
  'network_use',
  'note_set_aside',
  'notice',
  'notice_digest',
  'office_urgency',
  'pending_note',
  'quick_phrase',
  'recent_use',
  'rest_day',
  'session',
  'search_due',
  'search_entry',
  'sign_in_attempt',
  'superior_change',
  'synonym_group',
  'told_trouble',
  // Each is kept for 180 days by a trigger.
  'security_event',
];

/** Each trigger of the schema whose function raises, and statements that it must stop, with the name that its refusal carries. */
export const STOPPED: Readonly<Record<string, { table: string; as?: string; statements: readonly string[] }>> = {
  counter_without_gap: {
    table: 'counter',
    statements: ['UPDATE counter SET value = value + 2', again('counter', { series: 'B', value: 2 })],
  },
  start_above_drawn: {
    table: 'number_start',
    statements: [again('number_start', { id: id('h3'), series: 'A-11011', last: 1 })],
  },
  ...final('number_start', ['UPDATE number_start SET last = 9']),
  ...STOPPED_ON_THE_OFFICE,
  ...STOPPED_ON_ABSENCE,
  event_of_organisation: {
    table: 'event',
    statements: [
      again('event', {
        id: id('e2'),
        sequence: 1,
        organisation_id: id('f9'),
        user_id: null,
        post_id: null,
        capacity: null,
      }),
    ],
  },
  event_without_gap: {
    table: 'event',
    // The second bears the hashes of the event that it was copied from.
    statements: [again('event', { id: id('e2'), sequence: 3 }), again('event', { id: id('e2'), sequence: 2 })],
  },
  movement_without_gap: { table: 'movement', statements: [again('movement', { id: id('v3'), sequence: 3 })] },
  due_day_lies_ahead: {
    table: 'movement',
    statements: [again('movement', { ...FORWARD, due_on: '2020-01-01' })],
  },
  due_day_is_a_working_day: {
    table: 'movement',
    // A Sunday, and a declared holiday.
    statements: ['2099-01-04', '2099-01-26'].map((due_on) => again('movement', { ...FORWARD, due_on })),
  },
  movement_tells_of_its_note: {
    table: 'movement',
    statements: [
      again('movement', { id: id('v3'), sequence: 2, notes: 2 }),
      again('movement', { id: id('v3'), sequence: 2, decision: 'approved' }),
      // A return that froze a signature alone.
      `${again('note', { ...WORDLESS, author_post_id: id('p2') })}; ${again('movement', { ...RETURN, notes: 2 })}`,
    ],
  },
  ...STOPPED_ON_NOTES,
  ...STOPPED_ON_DECISIONS,
  ...STOPPED_ON_TAKING_BACK,
  ...STOPPED_ON_CONSULTATIONS,
  correspondence_without_gap: {
    table: 'correspondence',
    statements: [
      again('correspondence', { id: id('c4'), serial: 5, first_page: 5, receipt_id: null }),
      again('correspondence', { id: id('c4'), serial: 4, first_page: 6, receipt_id: null }),
    ],
  },
  detached_once_in_time: {
    table: 'correspondence',
    statements: [
      `UPDATE correspondence SET detach_reason = 'y' WHERE id = '${id('c1')}'`,
      `UPDATE file_custody SET movements = 2; ${DETACHING}`,
    ],
  },
  ...atTheEnd('detached_letter_is_on_desk', 'correspondence', DETACHING),
  ...STOPPED_ON_DISPATCH,
  ...stoppedOnWithdrawing(NUMBERED),
  ...stoppedOnSigning(NUMBERED),
  confirmed_by_issuing_post: { table: 'issue_recipient', statements: [confirming(id('p3'))] },
  closed_without_open_draft: {
    table: 'file_custody',
    statements: [
      `${again('draft', NEW_DRAFT)}; ${CLOSING}`,
      `${again('draft', NEW_DRAFT)}; ${APPROVING}; ${CLOSING}`,
      `${NUMBERED}; ${CLOSING}`,
    ],
  },
  closed_without_unsent_letter: { table: 'file_custody', statements: [CLOSING] },
  closed_stays_finished: {
    table: 'issue_recipient',
    statements: [
      `${WITHHELD}; ${CLOSING}; UPDATE issue_recipient SET withheld_reason = NULL, withheld_by_user_id = NULL,
         withheld_by_post_id = NULL, withheld_capacity = NULL, withheld_at = NULL`,
    ],
  },
  ...atTheEnd('file_has_custody', 'office_file', FILE_2),
  ...atTheEnd(
    'new_custody_has_register',
    'file_custody',
    `${FILE_2}; ${again('file_custody', { file_id: id('f2'), notes: 0, paragraphs: 0, correspondence: 0, pages: 0, drafts: 0 })}`,
  ),
  ...atTheEnd(
    'custody_agrees_with_file',
    'file_custody',
    `UPDATE file_custody SET ${WITH_SUPERIOR}, reader_post_ids = '{${id('p1')},${id('p2')}}'`,
    ...['movements = 2', 'notes = 2', 'paragraphs = 3', 'correspondence = 4', 'pages = 5', 'drafts = 2'].map(
      (count) => `UPDATE file_custody SET ${count} WHERE file_id = '${id('f1')}'`,
    ),
  ),
  ...atTheEnd('movement_moves_file', 'movement', again('movement', FORWARD)),
  ...atTheEnd('movement_moves_receipt', 'movement', again('movement', { ...FORWARD, ...OF_RECEIPT })),
  ...atTheEnd(
    'movement_begins_where_the_last_ended',
    'movement',
    again('movement', { ...FORWARD, from_post_id: id('p3'), to_post_id: id('p1') }),
    again('movement', { ...FORWARD, ...OF_RECEIPT, from_post_id: id('p3') }),
  ),
  ...atTheEnd('note_is_counted', 'note', again('note', { id: id('m3'), number: 2, first_paragraph: 3 })),
  ...atTheEnd(
    'correspondence_is_counted',
    'correspondence',
    `${NUMBERED}; ${again('correspondence', {
      id: id('c4'),
      serial: 4,
      first_page: 5,
      kind: 'issued',
      receipt_id: null,
      issue_id: id('i2'),
      flag: null,
      answers_issue_id: null,
      answers_position: null,
      ...ATTACHED,
    })}`,
  ),
  ...atTheEnd('draft_is_counted', 'draft', again('draft', NEW_DRAFT)),
  ...atTheEnd(
    'new_receipt_has_register',
    'receipt',
    `${again('document', { id: id('d2') })}; ${again('receipt', RECEIPT_2)}`,
  ),
  ...STOPPED_ON_RECEIPTS,
  ...STOPPED_ON_CLOCKS,
  ...STOPPED_ON_MOVING_RECEIPTS,
  ...STOPPED_ON_PARKING,
  pinned_where_it_lies: {
    table: 'desk_pin',
    statements: [again('desk_pin', { post_id: id('p2') }), `UPDATE desk_pin SET post_id = '${id('p2')}'`],
  },
  ...STOPPED_ON_FILES_TOGETHER,
  ...upwards('file_custody', 'custody_counts_upwards', [
    'version',
    'movements',
    'notes',
    'paragraphs',
    'correspondence',
    'pages',
    'drafts',
  ]),
  ...upwards('receipt', 'receipt_counts_upwards', ['version', 'movements']),
  ...upwards('draft', 'draft_counts_upwards', ['version', 'current_version']),
  ...STOPPED_ON_CORRECTING,
  ...STOPPED_ON_GRADING,
  ...STOPPED_ON_DRAFTS,
  ...stoppedOnComments(NEW_VERSION),
  ...stoppedOnEnclosures(NEW_VERSION),
  ...final('event'),
  ...final('sealed_row', [], 'name'),
  ...final('log_entry', [], 'index'),
  ...final('log_key', [], 'number'),
  ...final('movement'),
  ...final('note'),
};
