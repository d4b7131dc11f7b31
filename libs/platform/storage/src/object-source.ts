import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { NewObject } from './object-store';
import { type Digest, digestOf, digestOfStream } from './sha256';
import { ObjectMismatch } from './storage-errors';

export interface ObjectSource {
  readonly digest: Digest;
  /** A fresh stream from the first byte. */
  open(): Readable;
}

/** Checks the file against its declared hash before a byte leaves for the store. Throws ObjectMismatch. */
export async function sourceOf(object: NewObject): Promise<ObjectSource> {
  if ('bytes' in object) {
    const bytes = Buffer.from(object.bytes);
    return { digest: digestOf(bytes), open: () => Readable.from([bytes], { objectMode: false }) };
  }
  const { sha256, size, path } = object;
  const open = () => createReadStream(path);
  const found = await digestOfStream(open());
  if (!isSame(found, { sha256, size })) throw new ObjectMismatch({ sha256, size }, found);
  return { digest: found, open };
}

export function isSame(one: Digest, other: Digest): boolean {
  return one.sha256 === other.sha256 && one.size === other.size;
}
