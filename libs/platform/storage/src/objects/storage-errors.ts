import { Refusal } from '@patravali/errors';
import type { Digest, Sha256 } from './sha256';

/** Seconds after which it is worth asking an unavailable store again. */
const RETRY_AFTER = 10;
/** Somebody has to make room first, in seconds. */
const RETRY_AFTER_FULL = 60;

/** The store cannot be reached, does not answer in time or does not keep what it is given. It is worth trying again later. */
export class StoreUnavailable extends Refusal {
  constructor(cause: unknown) {
    super('store-unavailable', {}, { retryAfter: RETRY_AFTER, cause });
    this.name = new.target.name;
  }
}

/** There is no room left where documents are kept, or wait to be. Reading goes on. */
export class StorageFull extends Refusal {
  constructor(cause: unknown) {
    super('storage-full', {}, { retryAfter: RETRY_AFTER_FULL, cause });
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

/** The object is there, but is not what its row says: cut short, or with other bytes. */
export class ObjectDamaged extends Error {
  constructor(
    readonly wanted: Digest,
    found: string,
  ) {
    super(`The object ${wanted.sha256} of ${wanted.size} bytes has ${found}`);
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

const OWN_ERRORS = [StoreUnavailable, StorageFull, ObjectMissing, ObjectDamaged, ObjectMismatch, RangeOutside];

/** Runs one access to a store; any failure other than the errors above becomes StorageFull or StoreUnavailable. */
export async function orStoreUnavailable<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    throw toStoreError(error);
  }
}

export function toStoreError(error: unknown): unknown {
  if (OWN_ERRORS.some((type) => error instanceof type)) return error;
  return isFull(error) ? new StorageFull(error) : new StoreUnavailable(error);
}

/** What disks and S3 stores say when they are full, or the share of the office is. */
const FULL = ['ENOSPC', 'EDQUOT', 'QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'];

export function isFull(error: unknown): boolean {
  return FULL.includes(String((error as { code?: unknown } | null)?.code));
}
