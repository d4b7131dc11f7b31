/** What the application's role may do with a table, beside reading it. */
export interface Rights {
  /** A row with every column, or with every column but these, which the database fills. */
  readonly insert?: true | { readonly but: readonly string[] };
  /** Every column, these columns, or every column but these. */
  readonly update?: 'all' | readonly string[] | { readonly but: readonly string[] };
  readonly delete?: true;
}

const KEPT: Rights = { insert: true, update: 'all' };
const FINAL: Rights = { insert: true };
const ENDED = ['ended_by_user_id', 'ended_by_post_id', 'ended_capacity', 'ended_at', 'end_reason'];
const PASSING: Rights = { insert: true, update: 'all', delete: true };

/**
 * What the application may do with each table. Every start grants it anew, so that a database that was restored
 * elsewhere works; a migration only takes rights away. A test holds the list against the database.
 */
export const APPLICATION_RIGHTS: Readonly<Record<string, Rights>> = {
  office_clock: {},
  health_probe: { update: ['asked_at'] },
  idempotency_key: PASSING,
  // The database chains the events.
  event: { insert: { but: ['encoding', 'previous_hash', 'hash', 'rows_hash'] } },
  // Written by the events.
  sealed_row: {},
  sealed_row_waiting: {},
  // A function of the database makes events of them.
  item_reading: { insert: { but: ['place', 'at', 'recorded'] } },
  // Functions of the database give the entries their places.
  log_waiting: {},
  log_entry: {},
  log_key: {},
  published_log: { update: ['size', 'root', 'fault', 'published_at'] },
  counter: { insert: true, update: ['value'] },
  number_scheme: { insert: true, update: ['template', 'period'] },
  number_start: FINAL,

  organisation: KEPT,
  unit: KEPT,
  // A trigger keeps its superiors.
  post: { insert: { but: ['superior_post_ids'] }, update: { but: ['superior_post_ids'] } },
  office_user: KEPT,
  tenure: KEPT,
  // Certified once, and taken over once.
  charge_handover: {
    insert: true,
    update: ['document_hi_id', 'document_en_id', 'taken_by_user_id', 'taken_at', 'came_between'],
  },
  // Written by triggers.
  former_name: {},
  number_head: KEPT,
  case_category: KEPT,
  power_delegation: { insert: true, update: ['levels', 'final_post_id', 'reason'] },
  rest_day: { insert: true, delete: true },
  office_urgency: { insert: true, update: ['name_hi', 'name_en', 'set_by', 'in_use'], delete: true },
  draft_template: KEPT,
  // Taken off once.
  template_document: { insert: { but: ['taken_off'] }, update: ['taken_off'] },
  declared_day: { insert: true, update: ['works', 'restricted', 'name_hi', 'name_en'], delete: true },

  session: PASSING,
  recent_use: PASSING,
  network_use: PASSING,
  sign_in_attempt: PASSING,
  sign_in_link: KEPT,
  set_up_link: { insert: { but: ['only_one', 'organisation_id'] }, update: { but: ['only_one'] } },
  // Ended once; then the key itself goes.
  signing_key: {
    insert: { but: ['added_at'] },
    update: ['state', 'ended_at', 'p12', 'demo_secret'],
  },
  // Each ended once.
  trusted_root: { insert: { but: ['added_at'] }, update: ENDED },
  certificate_binding: { insert: { but: ['added_at'] }, update: ENDED },
  // Deleted only after its 180 days, which a trigger counts; it is never dated back.
  security_event: { insert: { but: ['id', 'at'] }, delete: true },

  // Triggers take its unit from the cover, and count the opinions that are awaited, what travels inside, and the parts.
  file_custody: {
    insert: { but: ['unit_id', 'opinions_awaited', 'opinion_due_on', 'attached_files', 'parts'] },
    update: {
      but: [
        'organisation_id',
        'file_id',
        'unit_id',
        'opinions_awaited',
        'opinion_due_on',
        'attached_files',
        'parts',
        'volume',
      ],
    },
  },
  movement: FINAL,
  file_opening: FINAL,
  // Asked once and answered once.
  file_recall: {
    insert: { but: ['asked_at'] },
    update: [
      'outcome',
      'answered_by_user_id',
      'answered_by_post_id',
      'answered_capacity',
      'answered_at',
      'answer_reason',
    ],
  },

  // Stopped once and started once.
  clock_stop: {
    insert: { but: ['stopped_on', 'stopped_at'] },
    update: ['started_on', 'started_at', 'started_by_user_id', 'started_by_post_id', 'started_capacity'],
  },

  note: FINAL,
  note_signature: FINAL,
  note_participant: FINAL,
  participant_answer: { insert: { but: ['at'] } },
  // Written by a trigger alone.
  note_reference: {},
  pending_note: PASSING,
  // Kept by a trigger, and gone with the note in writing.
  note_version: {},
  // Until it is taken up again.
  note_set_aside: { insert: { but: ['set_aside_at'] }, delete: true },
  quick_phrase: { insert: true, update: ['text_hi', 'text_en', 'place', 'version'], delete: true },

  // Kept by triggers.
  desk_entry: {},
  desk_view: { insert: true, update: ['name', 'filters', 'is_first', 'version'], delete: true },
  desk_pin: { insert: { but: ['pinned_at'] }, delete: true },
  file_sent: PASSING,
  // A trigger numbers it.
  parking_line: { insert: { but: ['sequence', 'at'] } },
  followed_file: {
    insert: { but: ['followed_at'] },
    update: ['seen_movements', 'remind_on', 'reminder'],
    delete: true,
  },
  file_reminder: { insert: { but: ['at'] } },
  office_file: { insert: true, update: ['subject', 'cover_remarks'] },
  file_link: { insert: { but: ['linked_at'] }, delete: true },
  // Written by triggers alone.
  file_search: {},
  // A function writes it; who indexes locks it, and takes it away.
  search_due: { update: ['item_id'], delete: true },
  search_word: FINAL,
  synonym_group: { insert: true, update: ['words', 'stems', 'version'], delete: true },
  search_entry: { insert: { but: ['number'] }, update: ['said', 'file_id'], delete: true },
  new_file_reader: {},
  // Written by a trigger of posts; whoever goes through the files notes how far he is.
  superior_change: { update: ['files', 'files_done', 'last_file_id'], delete: true },
  // Only what nothing has used for a week, which a trigger and foreign keys see to.
  document: { insert: true, delete: true },
  document_picture: FINAL,
  document_text: { insert: true, update: ['state', 'scans', 'own', 'attempts', 'next_at'] },
  page_text: FINAL,
  store_generation: { update: ['generation'] },
  // A trigger numbers it; the snapshot comes later, and once.
  consultation: {
    insert: { but: ['sequence', 'asked_at', 'snapshot', 'document_id'] },
    update: ['snapshot', 'document_id'],
  },
  // Asked once and ended once.
  consulted_post: {
    insert: {
      but: [
        'state',
        'ended_by_user_id',
        'ended_by_post_id',
        'ended_capacity',
        'ended_at',
        'ended_on',
        'reason',
        'note',
      ],
    },
    update: [
      'state',
      'ended_by_user_id',
      'ended_by_post_id',
      'ended_capacity',
      'ended_at',
      'ended_on',
      'reason',
      'note',
    ],
  },
  receipt: {
    insert: true,
    update: {
      but: [
        'id',
        'organisation_id',
        'diary_number',
        'diary_number_hi',
        'cover',
        'unit_id',
        'diarised_at',
        'diarised_by_user_id',
        'diarised_by_post_id',
        'diarised_capacity',
      ],
    },
  },
  // Given again by the same row, which is then unseen.
  receipt_copy: {
    insert: { but: ['at', 'seen_at', 'seen_by_user_id', 'seen_capacity', 'taken_back_at', 'earlier'] },
    update: ['movement_sequence', 'from_post_id', 'at', 'seen_at', 'seen_by_user_id', 'seen_capacity', 'taken_back_at'],
  },
  receipt_enclosure: FINAL,
  // A trigger says where its docket stands.
  correspondence: {
    insert: { but: ['notes', 'movements'] },
    update: ['flag', 'detached_at', 'detach_reason', 'detached_by_user_id', 'detached_by_post_id', 'detached_capacity'],
  },

  // Triggers count the letters of a day, and say which form its letter has and whether each addressee has a copy.
  issue: {
    insert: { but: ['form', 'of_day', 'own_copies'] },
    update: [
      'state',
      'document_id',
      'letter',
      'cancellation_reason',
      'cancelled_by_user_id',
      'cancelled_by_post_id',
      'cancelled_capacity',
      'cancelled_at',
      'unsigned_sha256',
      'unsigned_size',
      'signature_rooms',
    ],
  },
  // Listed by a trigger, as the text says.
  letter_enclosure: {},
  letter_signatory: FINAL,
  letter_signature: FINAL,
  // The latest of each signature that waits.
  stamp_failure: { insert: { but: ['at'] }, update: ['at'] },
  // What waits for an answer of the service, which is gone once that has come.
  esign_request: {
    insert: { but: ['answered_at', 'signature', 'certificate'] },
    update: ['transaction', 'at', 'answered_at', 'signature', 'certificate'],
    delete: true,
  },
  issue_recipient: {
    insert: true,
    update: { but: ['organisation_id', 'issue_id', 'position', 'as_copy', 'addressee', 'document_id'] },
  },
  issue_withdrawal: FINAL,
  // A trigger numbers it.
  dispatch: {
    insert: { but: ['ordinal'] },
    update: [
      'state',
      'sent_at',
      'failure',
      'tracking_number',
      'postage',
      'ended_at',
      'return_reason',
      'attempt_begun_at',
      'unanswered_attempts',
      'not_told',
      'return_key',
      'report_outcome',
      'report_words',
      'reported_at',
      'report_dismissed_at',
    ],
  },

  draft: { insert: true, update: { but: ['organisation_id', 'id', 'file_id', 'ordinal', 'template_id'] } },
  draft_version: { insert: true, update: { but: ['organisation_id', 'draft_id', 'number'] } },
  draft_approval: FINAL,
  approved_letterhead: FINAL,
  // Resolved once.
  draft_comment: {
    insert: { but: ['at'] },
    update: ['resolved_by_user_id', 'resolved_by_post_id', 'resolved_capacity', 'resolved_at'],
  },
  draft_comment_answer: { insert: { but: ['at'] } },

  // What was asked for stays as it was asked.
  redaction: {
    insert: { but: ['done', 'state', 'copy_document_id', 'failure', 'asked_at'] },
    update: ['state', 'done', 'copy_document_id', 'failure'],
  },
  // Deleted when it has expired.
  asked_pdf: {
    insert: true,
    update: ['state', 'attempt', 'done', 'sha256', 'size', 'failure', 'ended_at'],
    delete: true,
  },

  // Deleted after a quarter.
  notice: { insert: { but: ['id', 'read_at', 'mailed_at'] }, update: ['read_at', 'mailed_at'], delete: true },
  notice_setting: { insert: true, update: ['is_on'] },
  notice_place: { update: ['snapshot', 'at'] },
  // Whatever an administrator takes back is gone.
  connection_setting: {
    insert: { but: ['changed_at'] },
    update: ['organisation_id', 'key_id', 'sealed', 'changed_at'],
    delete: true,
  },
  // Until it is over and told.
  told_trouble: { insert: { but: ['since', 'told', 'gone_at'] }, update: ['told', 'gone_at'], delete: true },
  notice_digest: { insert: { but: ['mailed_at'] }, update: ['mailed_at'], delete: true },
};
