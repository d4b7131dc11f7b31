import type { RefusalKind } from '@patravali/contract-base';

export const evidenceRefusals = {
  'events-not-logged': 'unavailable',
  'record-changed': 'damaged',
} as const satisfies Record<string, RefusalKind>;
