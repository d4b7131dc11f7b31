/**
 * The folder that owns each table: only there is the table named in SQL, and only there are its rows written. The released
 * migrations made several tables each, so their owners are listed here; a test holds the list against the database and
 * against every statement in the sources.
 */
export const TABLE_OWNERS: Readonly<Record<string, string>> = {
  office_clock: 'libs/platform/database',
  health_probe: 'libs/platform/database',
  idempotency_key: 'libs/platform/database',
  event: 'libs/platform/ledger',
  counter: 'libs/platform/numbering',
  number_scheme: 'libs/platform/numbering',

  organisation: 'libs/office/organisation',
  unit: 'libs/office/organisation',
  post: 'libs/office/organisation',
  office_user: 'libs/office/organisation',
  tenure: 'libs/office/organisation',
  number_head: 'libs/office/organisation',
  case_category: 'libs/office/organisation',
  power_delegation: 'libs/office/organisation',
  rest_day: 'libs/office/organisation',
  declared_day: 'libs/office/organisation',
  office_urgency: 'libs/office/organisation',
  draft_template: 'libs/office/organisation',

  session: 'libs/office/identity',
  recent_use: 'libs/office/identity',
  security_event: 'libs/office/identity',
  network_use: 'libs/office/identity',
  sign_in_attempt: 'libs/office/identity',
  sign_in_link: 'libs/office/identity',

  signing_key: 'libs/office/signing',

  file_custody: 'libs/office/custody',
  movement: 'libs/office/custody',
  file_opening: 'libs/office/custody',
  file_recall: 'libs/office/custody',
  clock_stop: 'libs/office/custody',

  note: 'libs/office/notes',
  note_participant: 'libs/office/notes',
  participant_answer: 'libs/office/notes',
  note_reference: 'libs/office/notes',
  pending_note: 'libs/office/notes',
  note_version: 'libs/office/notes',
  note_set_aside: 'libs/office/notes',
  quick_phrase: 'libs/office/notes',

  desk_view: 'libs/office/desk',
  file_sent: 'libs/office/movement',
  parking_line: 'libs/office/movement',
  followed_file: 'libs/office/movement',
  file_reminder: 'libs/office/movement',
  office_file: 'libs/office/files',
  file_link: 'libs/office/files',
  file_search: 'libs/office/files',
  new_file_reader: 'libs/office/files',
  document: 'libs/office/documents',
  document_text: 'libs/office/documents',
  page_text: 'libs/office/documents',
  store_generation: 'libs/office/documents',
  consultation: 'libs/office/consultations',
  consulted_post: 'libs/office/consultations',
  receipt: 'libs/office/dak',
  receipt_copy: 'libs/office/dak',
  correspondence: 'libs/office/correspondence',

  issue: 'libs/office/dispatch',
  issue_recipient: 'libs/office/dispatch',
  issue_withdrawal: 'libs/office/dispatch',
  letter_signatory: 'libs/office/dispatch',
  letter_signature: 'libs/office/dispatch',
  stamp_failure: 'libs/office/dispatch',
  dispatch: 'libs/office/dispatch',

  draft: 'libs/office/drafts',
  draft_version: 'libs/office/drafts',
  draft_approval: 'libs/office/drafts',

  asked_pdf: 'libs/office/records',

  notice: 'libs/office/notices',
  notice_setting: 'libs/office/notices',
  notice_place: 'libs/office/notices',
  notice_digest: 'libs/office/notices',
};
