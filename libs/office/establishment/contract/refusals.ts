import type { RefusalKind } from '@patravali/contract-base';

export const establishmentRefusals = {
  'name-taken': 'conflict',
  'circle-of-units': 'invalid',
  'circle-of-posts': 'invalid',
  'superior-not-above': 'invalid',
  'post-below-not-lower': 'invalid',
  'post-in-use': 'conflict',
  'post-abolished': 'conflict',
  'unit-in-use': 'conflict',
  'unit-abolished': 'conflict',
  'no-such-person': 'invalid',
  'account-closed': 'conflict',
  'account-in-use': 'conflict',
  'post-held-then': 'conflict',
  'tenure-backwards': 'invalid',
  'before-joining': 'invalid',
  'not-today': 'invalid',
  'last-day-needed': 'invalid',
  'tenure-ended': 'conflict',
  'last-administrator': 'conflict',
} as const satisfies Record<string, RefusalKind>;
