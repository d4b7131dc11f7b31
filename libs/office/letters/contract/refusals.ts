import type { RefusalKind } from '@patravali/contract-base';

export const lettersRefusals = {
  'later-letter-unfit': 'invalid',
  'code-unknown': 'not-found',
  'letter-withdrawn': 'conflict',
  'letter-to-be-signed': 'conflict',
  'letter-sealed': 'conflict',
  'letter-has-copies': 'conflict',
  'signed-from-signing-post': 'conflict',
  'signatory-vacant': 'conflict',
  'not-your-turn': 'conflict',
  'signatory-changed': 'conflict',
  'certificate-name-not-on-letter': 'conflict',
  'esign-not-configured': 'conflict',
  'esign-unknown': 'conflict',
  'esign-late': 'conflict',
  'esign-unanswered': 'conflict',
  'esign-declined': 'conflict',
} as const satisfies Record<string, RefusalKind>;
