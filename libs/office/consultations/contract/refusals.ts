import type { RefusalKind } from '@patravali/contract-base';

export const consultationsRefusals = {
  'already-consulted': 'conflict',
  'not-head-of-unit': 'conflict',
  'consultation-ended': 'conflict',
  'opinions-awaited': 'conflict',
  'nothing-to-ask-about': 'conflict',
  'question-before-decision': 'conflict',
  'snapshot-not-ready': 'conflict',
} as const satisfies Record<string, RefusalKind>;
