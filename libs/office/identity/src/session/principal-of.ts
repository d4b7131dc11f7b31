import type { Principal } from '@patravali/database';

/** A person before they act from any post: signing in and out, and their own password. */
export interface Person extends Principal {
  readonly userId: string;
}

export function principalOf(organisationId: string, userId: string): Person {
  return { organisationId, userId, postId: null, capacity: null };
}
