/** A request that may be sent twice: within (user, key) the same request has one effect and one answer. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, path, acting post and body. */
  readonly requestHash: string;
}

/** Who a change is recorded as: on whose behalf a transaction runs. People without a post (sign-in) have none. */
export interface Principal {
  readonly organisationId: string;
  readonly userId: string | null;
  readonly postId: string | null;
  /** How they hold the post. */
  readonly capacity: string | null;
  readonly idempotency?: Idempotency;
}
