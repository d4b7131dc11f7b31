import type { Bilingual, TenureKind } from '@patravali/contract';
import type { Ability } from './ability';
import type { ActingPost } from './acting-post';

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
  readonly capacity: TenureKind | null;
  readonly idempotency?: Idempotency;
}

/** The person, the post they act from and in which capacity, with what that allows. */
export interface Actor extends Principal {
  readonly userId: string;
  readonly postId: string;
  readonly capacity: TenureKind;
  readonly name: Bilingual;
  readonly post: ActingPost;
  readonly ability: Ability;
  /** What is read in his name is shown to him as one thing, which counts as one reading when it is given to him. */
  readonly readsForPrint?: true;
}
