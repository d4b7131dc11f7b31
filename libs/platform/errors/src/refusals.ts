/** The kinds of refusal; only apps/api/src/problem knows the HTTP status of each. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'damaged'
  | 'full'
  | 'unavailable';

/**
 * Every reason to refuse. A code never changes, since clients compare it; docs/problems.md explains it, and
 * libs/platform/messages has its sentence in both languages. A test compares the three.
 */
export const REFUSALS = {
  'invalid-input': 'invalid',
  'idempotency-key-reused': 'invalid',
  'unknown-post': 'invalid',
  'unknown-number-head': 'invalid',
  'unknown-category': 'invalid',
  'unknown-unit': 'invalid',
  'jump-needs-reason': 'invalid',
  'way-back-first': 'conflict',
  'not-your-superior': 'invalid',
  'main-note-unknown': 'invalid',
  'post-vacant': 'conflict',
  'discussed-with-oneself': 'conflict',
  'discussion-answered': 'conflict',
  'unknown-document': 'invalid',
  'acting-post-needed': 'invalid',
  'reference-to-nowhere': 'invalid',
  'selection-not-on-file': 'invalid',
  'recipient-unknown': 'invalid',
  'draft-incomplete': 'invalid',
  'characters-not-printable': 'invalid',
  'officer-needed': 'invalid',
  'date-in-future': 'invalid',
  'due-date-past': 'invalid',
  'day-too-early': 'invalid',
  'day-too-late': 'invalid',
  'due-date-closed': 'invalid',
  'pdf-encrypted': 'invalid',
  'pdf-broken': 'invalid',
  'pdf-hostile': 'invalid',
  'pdf-too-complex': 'invalid',
  'pdf-active': 'invalid',
  'document-infected': 'invalid',
  'upload-truncated': 'invalid',
  'malformed-request': 'invalid',
  'first-note-needs-words': 'invalid',
  'returned-file-needs-words': 'invalid',
  'not-approved-needs-words': 'invalid',

  'not-signed-in': 'unauthenticated',
  'wrong-credentials': 'unauthenticated',
  'link-not-valid': 'unauthenticated',
  'wrong-current-password': 'invalid',
  'password-common': 'invalid',
  'password-holds-name': 'invalid',

  'not-allowed': 'forbidden',
  'not-for-assistants': 'forbidden',
  'decision-needs-officer': 'forbidden',
  'grading-needs-officer': 'forbidden',
  'urgency-needs-officer': 'forbidden',
  'urgency-not-in-use': 'invalid',
  'entry-of-another-desk': 'forbidden',
  'naming-not-yours': 'forbidden',
  'issued-elsewhere': 'forbidden',
  'not-your-post': 'forbidden',
  'not-your-subordinate': 'forbidden',
  'cross-site-request': 'forbidden',

  'not-found': 'not-found',

  'file-moved': 'stale',
  'changed-meanwhile': 'stale',
  'version-needed': 'precondition-required',

  'illegal-file-move': 'conflict',
  'file-parked': 'conflict',
  'file-in-call-book': 'conflict',
  'nobody-consulted': 'conflict',
  'already-consulted': 'conflict',
  'consultation-ended': 'conflict',
  'opinions-awaited': 'conflict',
  'not-followed': 'conflict',
  'no-reminder': 'conflict',
  'reminded-today': 'conflict',
  'already-opened': 'conflict',
  'to-oneself': 'conflict',
  'note-up-for-correction': 'conflict',
  'no-correction': 'conflict',
  'correction-under-way': 'conflict',
  'not-opened-yet': 'conflict',
  'recall-asked': 'conflict',
  'no-recall': 'conflict',
  'no-note-set-aside': 'conflict',
  'note-of-another-desk': 'conflict',
  'no-sender': 'conflict',
  'post-takes-no-files': 'conflict',
  'note-unconfirmed': 'conflict',
  'note-being-written': 'conflict',
  'no-note': 'conflict',
  'note-confirmed': 'conflict',
  'note-empty': 'conflict',
  'illegal-receipt-move': 'conflict',
  'file-less-graded': 'conflict',
  'letters-more-graded': 'conflict',
  'letter-detached': 'conflict',
  'letter-went-with-file': 'conflict',
  'office-copy-stays': 'conflict',
  'entry-filed': 'conflict',
  'illegal-draft-move': 'conflict',
  'draft-version-passed': 'conflict',
  'already-approved': 'conflict',
  'signing-not-configured': 'conflict',
  'mail-not-configured': 'conflict',
  'drafts-open': 'conflict',
  'recipient-served': 'conflict',
  'recipient-withheld': 'conflict',
  'recipient-not-withheld': 'conflict',
  'address-unconfirmed': 'conflict',
  'letters-unsent': 'conflict',
  'dispatch-not-under-way': 'conflict',
  'file-closed': 'conflict',
  'document-in-use': 'conflict',
  'pdf-takes-long': 'conflict',
  'pdf-not-ready': 'conflict',
  'pdf-ended': 'conflict',
  'too-many-phrases': 'conflict',
  'too-many-views': 'conflict',
  'view-name-taken': 'conflict',

  'too-large': 'too-large',
  'request-too-large': 'too-large',
  'not-pdf': 'unsupported',
  'not-json': 'unsupported',
  'too-many-attempts': 'too-many',
  'too-many-requests': 'too-many',
  'upload-quota-reached': 'too-many',
  'too-many-pdfs': 'too-many',
  'too-busy': 'too-many',

  'document-missing': 'damaged',
  'document-damaged': 'damaged',

  'storage-full': 'full',

  'store-unavailable': 'unavailable',
  'database-unavailable': 'unavailable',
  'outcome-unknown': 'unavailable',
  'being-changed': 'unavailable',
  'office-busy': 'unavailable',
  'office-closing': 'unavailable',
  'inspection-unavailable': 'unavailable',
  'press-unavailable': 'unavailable',
  'scanner-unavailable': 'unavailable',
  'letter-unfinished': 'unavailable',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSALS;
