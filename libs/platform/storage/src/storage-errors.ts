import { Refusal } from '@patravali/errors';
import type { Digest, Sha256 } from './sha256';

/** Seconds after which it is worth asking an unavailable store again. */
const RETRY_AFTER = 10;

/** The store cannot be reached, does not answer in time or does not keep what it is given. It is worth trying again later. */
export class StoreUnavailable extends Refusal {
  constructor(cause: unknown) {
    super('store-unavailable', {}, { retryAfter: RETRY_AFTER, cause });
    this.name = new.target.name;
  }
}

/** No object has this hash. */
export class ObjectMissing extends Error {
  constructor(readonly sha256: Sha256) {
    super(`No object ${sha256} in the store`);
    this.name = new.target.name;
  }
}

/** The file that was to be stored is not what its hash and size say: it changed, or was declared wrongly. */
export class ObjectMismatch extends Error {
  constructor(declared: Digest, found: Digest) {
    super(`Declared ${declared.sha256} of ${declared.size} bytes, found ${found.sha256} of ${found.size} bytes`);
    this.name = new.target.name;
  }
}

/** The range does not begin within the object. */
export class RangeOutside extends Error {
  /** `size`: that of the object, in bytes. */
  constructor(readonly size: number) {
    super(`The range does not begin within an object of ${size} bytes`);
    this.name = new.target.name;
  }
}

const OWN_ERRORS = [StoreUnavailable, ObjectMissing, ObjectMismatch, RangeOutside];

/** Runs one access to a store; any failure other than the errors above becomes StoreUnavailable. */
export async function orStoreUnavailable<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    throw toStoreError(error);
  }
}

export function toStoreError(error: unknown): unknown {
  return OWN_ERRORS.some((type) => error instanceof type) ? error : new StoreUnavailable(error);
}
