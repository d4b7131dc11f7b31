import type { RefusalKind } from '@patravali/contract';

/** The one place where a kind of refusal becomes an HTTP status. */
export const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'precondition-required': 428,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  damaged: 500,
  full: 507,
  unavailable: 503,
};
