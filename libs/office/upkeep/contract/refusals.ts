import type { RefusalKind } from '@patravali/contract-base';

export const upkeepRefusals = {
  'host-inside': 'invalid',
  'host-unknown': 'invalid',
  'set-on-server': 'conflict',
  'connection-not-set': 'conflict',
  'office-key-password-wrong': 'invalid',
  'office-key-unread': 'invalid',
} as const satisfies Record<string, RefusalKind>;
