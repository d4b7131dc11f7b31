import type { RefusalKind } from '@patravali/contract-base';

export const draftsRefusals = {
  'enclosure-not-on-file': 'invalid',
  'enclosures-too-large': 'invalid',
  'template-documents-full': 'conflict',
  'draft-incomplete': 'invalid',
  'characters-not-printable': 'invalid',
  'not-a-reader': 'invalid',
  'naming-not-yours': 'forbidden',
  'issued-elsewhere': 'forbidden',
  'illegal-draft-move': 'conflict',
  'draft-version-passed': 'conflict',
  'passage-gone': 'conflict',
  'comments-ended': 'conflict',
  'comment-resolved': 'conflict',
  'already-approved': 'conflict',
  'drafts-open': 'conflict',
  'letter-unfinished': 'unavailable',
} as const satisfies Record<string, RefusalKind>;
