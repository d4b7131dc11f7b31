/*
 * What several operations refuse alike: their entries name it as one. It is named and not spread, since the build of the page leaves out
 * only what it knows to have no effect.
 */

/** Of a file that the desk must hold, set aside or not. */
export const NOT_HELD = ['file-attached', 'illegal-file-move'] as const;

/** Of a note that cannot be confirmed or frozen as it stands. */
export const NOTE_UNFIT = [
  'decision-needs-officer',
  'discussed-with-oneself',
  'first-note-needs-words',
  'not-approved-needs-words',
  'note-empty',
  'post-vacant',
  'reference-to-nowhere',
  'returned-file-needs-words',
  'unknown-post',
] as const;

/** Of a case over which something is still to be done. */
export const CASE_UNFINISHED = [
  'drafts-open',
  'files-attached',
  'letters-unsent',
  'opinions-awaited',
  'parts-open',
] as const;

/** Of a stored document that cannot be read. */
export const DOCUMENT_UNREADABLE = ['document-damaged', 'document-missing', 'store-unavailable'] as const;

/** Of a PDF that cannot be made now. */
export const TYPESETTER_BUSY = ['too-busy', 'typesetter-unavailable'] as const;

/** Of a key with which nobody can sign. */
export const KEY_UNFIT = ['certificate-not-valid', 'key-ended'] as const;

/** Of a signature that was not made, or not in time. */
export const NOT_SIGNED = [
  'passphrase-wrong',
  'prepared-long-ago',
  'signature-unfit',
  'timestamp-unavailable',
] as const;
