import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { NewObject, OwnFile } from './object-store';
import { type Digest, digestOf, digestOfStream } from './sha256';
import { ObjectMismatch } from './storage-errors';

/** In bytes: Node's own 64 KiB make sixteen times as many calls. */
const READ_AT_ONCE = 1024 * 1024;

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
  const open = () => createReadStream(path, { highWaterMark: READ_AT_ONCE });
  const found = await digestOfStream(open());
  if (!isSame(found, { sha256, size })) throw new ObjectMismatch({ sha256, size }, found);
  return { digest: found, open };
}

/** Its hash is believed; that all of it has reached the file is seen by the length. Throws ObjectMismatch. */
export async function sourceOfOwn({ sha256, size, path }: OwnFile): Promise<ObjectSource> {
  const found = await stat(path);
  if (found.size !== size) throw new ObjectMismatch({ sha256, size }, { sha256, size: found.size });
  return { digest: { sha256, size }, open: () => createReadStream(path, { highWaterMark: READ_AT_ONCE }) };
}

export function isSame(one: Digest, other: Digest): boolean {
  return one.sha256 === other.sha256 && one.size === other.size;
}
