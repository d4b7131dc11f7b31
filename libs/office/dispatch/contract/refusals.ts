import type { RefusalKind } from '@patravali/contract-base';

export const dispatchRefusals = {
  'recipient-unknown': 'invalid',
  'mail-not-configured': 'conflict',
  'recipient-served': 'conflict',
  'recipient-withheld': 'conflict',
  'recipient-not-withheld': 'conflict',
  'address-unconfirmed': 'conflict',
  'letters-unsent': 'conflict',
  'dispatch-not-under-way': 'conflict',
  'no-such-report': 'conflict',
  'file-closed': 'conflict',
} as const satisfies Record<string, RefusalKind>;
