import type { RefusalKind } from '@patravali/contract-base';

export const movementRefusals = {
  'jump-needs-reason': 'invalid',
  'level-needs-reason': 'invalid',
  'way-back-first': 'conflict',
  'not-your-superior': 'invalid',
  'date-in-future': 'invalid',
  'day-too-early': 'invalid',
  'day-too-late': 'invalid',
  'evidence-not-on-file': 'invalid',
  'not-your-subordinate': 'forbidden',
  'nobody-consulted': 'conflict',
  'not-followed': 'conflict',
  'no-reminder': 'conflict',
  'reminded-today': 'conflict',
  'already-opened': 'conflict',
  'not-opened-yet': 'conflict',
  'clock-runs': 'conflict',
  'no-sender': 'conflict',
} as const satisfies Record<string, RefusalKind>;
