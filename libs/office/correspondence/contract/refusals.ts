import type { RefusalKind } from '@patravali/contract-base';

export const correspondenceRefusals = {
  'file-less-graded': 'conflict',
  'letters-more-graded': 'conflict',
  'letter-detached': 'conflict',
  'letter-went-with-file': 'conflict',
  'office-copy-stays': 'conflict',
} as const satisfies Record<string, RefusalKind>;
