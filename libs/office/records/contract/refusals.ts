import type { RefusalKind } from '@patravali/contract-base';

export const recordsRefusals = {
  'selection-not-on-file': 'invalid',
  'pdf-takes-long': 'conflict',
  'pdf-not-ready': 'conflict',
  'pdf-ended': 'conflict',
  'too-many-pdfs': 'too-many',
} as const satisfies Record<string, RefusalKind>;
