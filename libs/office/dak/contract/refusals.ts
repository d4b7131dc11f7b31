import type { RefusalKind } from '@patravali/contract-base';

export const dakRefusals = {
  'unknown-document': 'invalid',
  'entry-of-another-desk': 'forbidden',
  'illegal-receipt-move': 'conflict',
  'letter-opened': 'conflict',
  'letter-not-sent': 'conflict',
  'redirected-to-sender': 'conflict',
  'closed-by-another': 'forbidden',
  'letter-has-scan': 'conflict',
  'letter-without-scan': 'conflict',
  'no-copy': 'conflict',
  'entry-filed': 'conflict',
  'document-in-use': 'conflict',
} as const satisfies Record<string, RefusalKind>;
