/** The kinds of refusal; only apps/api/src/problem knows the HTTP status of each. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'damaged'
  | 'full'
  | 'unavailable';

/** Why HTTP, the database, the store, the typesetter or what signs refuse, whatever they are asked for. */
export const PLATFORM_REFUSALS = {
  'invalid-input': 'invalid',
  'idempotency-key-reused': 'invalid',
  'malformed-request': 'invalid',
  'not-allowed': 'forbidden',
  'not-for-assistants': 'forbidden',
  'cross-site-request': 'forbidden',
  'not-found': 'not-found',
  'changed-meanwhile': 'stale',
  'version-needed': 'precondition-required',
  'request-too-large': 'too-large',
  'not-json': 'unsupported',
  'too-many-requests': 'too-many',
  'too-busy': 'too-many',
  'storage-full': 'full',
  'store-unavailable': 'unavailable',
  'database-unavailable': 'unavailable',
  'outcome-unknown': 'unavailable',
  'being-changed': 'unavailable',
  'office-busy': 'unavailable',
  'office-closing': 'unavailable',
  'office-not-ready': 'unavailable',
  'typesetter-unavailable': 'unavailable',
  'signature-unavailable': 'unavailable',
  'key-unavailable': 'unavailable',
  'timestamp-unavailable': 'unavailable',
} as const satisfies Record<string, RefusalKind>;
