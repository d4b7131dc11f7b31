/** What a table or a column is, if it is no record of the office. */
export type NoRecord =
  /** Follows from what is record, and is made anew from it. */
  | 'derived'
  /** Somebody's own working papers or settings, before or beside the record. */
  | 'working'
  /** How often, when or how far a machine has tried something. */
  | 'machine'
  /** Secrets: shown to nobody. */
  | 'secret'
  /** A register of its own, kept for some days and deleted. */
  | 'passing'
  /** What proves the record: held against itself, the object store and the witness. */
  | 'proof';

/**
 * Everything that is no record: tables, and columns of the tables of the record. Whatever stands here in no line is sealed by the event
 * of the command that writes it (`seal_row`), a column that is added tomorrow too; a test holds the list against the catalogue.
 */
export const NO_RECORD: Readonly<Record<string, NoRecord>> = {
  event: 'proof',
  sealed_row: 'proof',
  sealed_row_waiting: 'proof',
  log_entry: 'proof',
  log_key: 'proof',
  log_waiting: 'proof',
  published_log: 'proof',
  // It waits for some seconds to become an event.
  item_reading: 'passing',

  counter: 'derived',
  file_search: 'derived',
  search_due: 'derived',
  search_entry: 'derived',
  search_word: 'derived',
  new_file_reader: 'derived',
  superior_change: 'derived',
  file_sent: 'derived',
  desk_entry: 'derived',
  note_reference: 'derived',
  document_text: 'derived',
  page_text: 'derived',

  pending_note: 'working',
  note_version: 'working',
  note_set_aside: 'working',
  quick_phrase: 'working',
  desk_view: 'working',
  desk_pin: 'working',
  followed_file: 'working',
  notice_setting: 'working',

  office_clock: 'machine',
  health_probe: 'machine',
  store_generation: 'machine',
  stamp_failure: 'machine',
  notice_place: 'machine',
  told_trouble: 'machine',
  network_use: 'machine',
  recent_use: 'machine',
  idempotency_key: 'machine',
  esign_request: 'machine',

  connection_setting: 'secret',
  session: 'secret',
  sign_in_link: 'secret',
  set_up_link: 'secret',

  sign_in_attempt: 'passing',
  security_event: 'passing',
  notice: 'passing',
  notice_digest: 'passing',
  asked_pdf: 'passing',

  'dispatch.attempt_begun_at': 'machine',
  'dispatch.unanswered_attempts': 'machine',
  'dispatch.not_told': 'machine',
  'dispatch.return_key': 'secret',
  'redaction.done': 'machine',
  // The page before it is signed, made of the numbered letter; what is signed stands in its signatures.
  'issue.unsigned_sha256': 'derived',
  'issue.unsigned_size': 'derived',
  'issue.signature_rooms': 'derived',
  // They tell one reading from the next.
  'unit.version': 'machine',
  'post.version': 'machine',
  'office_user.version': 'machine',
  'number_head.version': 'machine',
  'synonym_group.version': 'machine',
  'synonym_group.stems': 'derived',
  'office_user.password_hash': 'secret',
  'office_user.shows_hi': 'working',
  'office_user.shows_en': 'working',
  'signing_key.p12': 'secret',
  'signing_key.demo_secret': 'secret',
};
