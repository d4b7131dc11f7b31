import type { RefusalKind } from '@patravali/contract-base';

export const identityRefusals = {
  'acting-post-needed': 'invalid',
  'not-signed-in': 'unauthenticated',
  'wrong-credentials': 'unauthenticated',
  'link-not-valid': 'unauthenticated',
  'set-up-link-not-valid': 'unauthenticated',
  'already-set-up': 'conflict',
  'wrong-current-password': 'invalid',
  'password-common': 'invalid',
  'password-holds-name': 'invalid',
  'confirm-needed': 'forbidden',
  'not-your-post': 'forbidden',
  'on-leave': 'forbidden',
  'not-on-leave': 'conflict',
  'too-many-attempts': 'too-many',
} as const satisfies Record<string, RefusalKind>;
