import type { RefusalKind } from '@patravali/contract-base';

export const custodyRefusals = {
  'unknown-file': 'invalid',
  'due-date-past': 'invalid',
  'due-date-closed': 'invalid',
  'explanation-needed': 'invalid',
  'grading-needs-officer': 'forbidden',
  'urgency-needs-officer': 'forbidden',
  'urgency-not-in-use': 'invalid',
  'file-moved': 'stale',
  'illegal-file-move': 'conflict',
  'file-parked': 'conflict',
  'file-in-call-book': 'conflict',
  'file-attached': 'conflict',
  'files-on-two-desks': 'conflict',
  'note-up-for-correction': 'conflict',
  'no-correction': 'conflict',
  'correction-under-way': 'conflict',
  'clock-stopped': 'conflict',
  'recall-asked': 'conflict',
  'no-recall': 'conflict',
} as const satisfies Record<string, RefusalKind>;

/** Of a file that the desk must hold, set aside or not. */
export const NOT_HELD = ['file-attached', 'illegal-file-move'] as const;
