import type { Readable } from 'node:stream';
import type { Digest, Sha256 } from './sha256';

/** What is to be stored: a file whose hash and length are known already (a spooled upload), or bytes in memory. */
export type NewObject = (Digest & { readonly path: string }) | { readonly bytes: Uint8Array };

/** A file that this process alone has written, hashing it as it wrote: its hash is known, and the file may be moved. */
export type OwnFile = Digest & { readonly path: string };

/** First and last byte, both included, as in an HTTP range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export function isWithin({ start, end }: ByteRange, size: number): boolean {
  return start >= 0 && start < size && end >= start;
}

export interface StoredObject {
  readonly sha256: Sha256;
  /** In bytes. */
  readonly size: number;
  /** When it was last put, or set aside, by the clock of the store; putting it again renews this. */
  readonly storedAt: Date;
}

/** A short text that the office keeps in its store, about the store. */
export interface Marker {
  readonly text: string;
  /** When it was written, by the clock of the store. */
  readonly writtenAt: Date;
}

/**
 * Keeps bytes under their own hash. An object is there whole or not at all, and never changes.
 * Every method throws StoreUnavailable when the store cannot be reached or does not answer in time.
 */
export interface ObjectStore {
  /**
   * Returns when the object has been read back with the right length and hash; putting it twice is one object.
   * Throws ObjectMismatch, and stores nothing, when the file is not what its hash and size say.
   */
  put(object: NewObject): Promise<Digest>;
  /**
   * Makes a file of our own an object, as lasting as after `put`, without reading it again: where it lies on the disk of
   * the store, the file itself is moved there. Throws ObjectMismatch when it has not the length it should have.
   */
  take(file: OwnFile): Promise<void>;
  /** Throws ObjectMissing, or RangeOutside when the range does not begin within the object. */
  get(sha256: Sha256, range?: ByteRange): Promise<Readable>;
  /** In bytes, or null when there is no such object. */
  size(sha256: Sha256): Promise<number | null>;
  /**
   * Moves an object to where nobody reads it. With `storedBefore`, an object put at or after that instant stays. Returns
   * whether it is gone from its place; setting aside what does not exist is not an error.
   */
  setAside(sha256: Sha256, storedBefore?: Date): Promise<boolean>;
  hasSetAside(sha256: Sha256): Promise<boolean>;
  /** Puts back what was set aside, in place of what may have come there. Returns whether it was there, and intact. */
  bringBack(object: Digest): Promise<boolean>;
  /** Removes for good what was set aside, unless that was at or after this instant. */
  discard(sha256: Sha256, setAsideBefore: Date): Promise<void>;
  /** Every object, in no particular order. */
  list(): AsyncIterable<StoredObject>;
  /** Everything that was set aside, in no particular order. */
  listSetAside(): AsyncIterable<StoredObject>;
  /** Null before the first was written. */
  readMarker(): Promise<Marker | null>;
  writeMarker(text: string): Promise<void>;
  /** The bytes under a name of the office's own (`log/checkpoint`), beside the objects; null when there are none. */
  readNamed(name: string): Promise<Buffer | null>;
  /** Whole or not at all, in place of what may be there; lasting when it returns. */
  writeNamed(name: string, bytes: Uint8Array): Promise<void>;
  /** Removes everything whose name begins with this one and a slash. */
  removeNamed(name: string): Promise<void>;
  /** Removes the remains of puts that died before they were finished, if they began before `startedBefore`. */
  removeUnfinished(startedBefore: Date): Promise<void>;
  /** Resolves when the store takes objects now. */
  check(): Promise<void>;
}
