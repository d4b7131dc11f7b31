import type { RefusalKind } from '@patravali/contract-base';

export const findingRefusals = {
  'synonym-taken': 'conflict',
  'too-many-synonyms': 'conflict',
} as const satisfies Record<string, RefusalKind>;
