import type { RefusalKind } from '@patravali/contract-base';

export const notesRefusals = {
  'main-note-unknown': 'invalid',
  'post-vacant': 'conflict',
  'discussed-with-oneself': 'conflict',
  'discussion-answered': 'conflict',
  'reference-to-nowhere': 'invalid',
  'first-note-needs-words': 'invalid',
  'returned-file-needs-words': 'invalid',
  'not-approved-needs-words': 'invalid',
  'decision-needs-officer': 'forbidden',
  'decided-above': 'forbidden',
  'reversal-needs-words': 'invalid',
  'taken-back-needs-words': 'invalid',
  'case-not-decided': 'conflict',
  'no-note-set-aside': 'conflict',
  'note-of-another-desk': 'conflict',
  'note-unsigned': 'conflict',
  'opinion-unsigned': 'conflict',
  'note-unconfirmed': 'conflict',
  'note-being-written': 'conflict',
  'no-note': 'conflict',
  'note-confirmed': 'conflict',
  'note-empty': 'conflict',
  'too-many-phrases': 'conflict',
} as const satisfies Record<string, RefusalKind>;

/** Of a note that cannot be confirmed or frozen as it stands. */
export const NOTE_UNFIT = [
  'decided-above',
  'decision-needs-officer',
  'discussed-with-oneself',
  'first-note-needs-words',
  'not-approved-needs-words',
  'note-empty',
  'post-vacant',
  'reference-to-nowhere',
  'returned-file-needs-words',
  'reversal-needs-words',
  'taken-back-needs-words',
  'unknown-post',
] as const;
