import type { RefusalKind } from '@patravali/contract-base';

export const filesRefusals = {
  'category-lowers-authority': 'forbidden',
  'attached-to-itself': 'conflict',
  'attached-on-one-level': 'conflict',
  'attached-more-graded': 'conflict',
  'note-in-the-way': 'conflict',
  'files-attached': 'conflict',
  'linked-to-itself': 'conflict',
  'already-linked': 'conflict',
  'not-linked': 'conflict',
  'main-file-here': 'conflict',
  'part-of-part': 'conflict',
  'no-part': 'conflict',
  'part-more-graded': 'conflict',
  'part-below-main': 'conflict',
  'part-inside-lower': 'conflict',
  'parts-open': 'conflict',
  'part-not-closed-alone': 'conflict',
  'part-incorporated': 'conflict',
  'volume-of-part': 'conflict',
  'volume-continued': 'conflict',
} as const satisfies Record<string, RefusalKind>;

/** Of a case over which something is still to be done. */
export const CASE_UNFINISHED = [
  'case-not-decided',
  'drafts-open',
  'files-attached',
  'letters-unsent',
  'opinions-awaited',
  'parts-open',
] as const;

/** Of whoever asks beforehand about an act that is not his, or not now. */
export const NOT_TO_REGRADE = [
  'file-attached',
  'file-in-call-book',
  'file-parked',
  'illegal-file-move',
  'not-allowed',
  'not-for-assistants',
  'on-leave',
] as const;
