import type { RefusalKind } from '@patravali/contract-base';

export const deskRefusals = {
  'too-many-views': 'conflict',
  'view-name-taken': 'conflict',
} as const satisfies Record<string, RefusalKind>;
