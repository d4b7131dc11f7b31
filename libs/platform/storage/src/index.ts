export type { ByteRange, NewObject, ObjectStore, StoredObject } from './object-store';
export { openObjectStore } from './open-object-store';
export { type Digest, digestOf, digestOfStream, isSha256, type Sha256, toSha256 } from './sha256';
export { ObjectMismatch, ObjectMissing, RangeOutside, StoreUnavailable } from './storage-errors';
export { OBJECT_STORE } from './token';
