export type { ByteRange, Marker, NewObject, ObjectStore, OwnFile, StoredObject } from './objects/object-store';
export { openObjectStore } from './open-object-store';
export { type Digest, digestOf, digestOfStream, isSha256, type Sha256, toSha256 } from './objects/sha256';
export {
  isFull,
  ObjectDamaged,
  ObjectMismatch,
  ObjectMissing,
  RangeOutside,
  StorageFull,
  StoreUnavailable,
} from './objects/storage-errors';
export { OBJECT_STORE } from './token';
export { VerifiedReader } from './verified-reader';
