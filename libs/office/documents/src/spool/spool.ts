import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Digest, isFull, StorageFull, toSha256 } from '@patravali/storage';
import { readUpload, discardRest } from './upload-stream';
import { GatheredWriter } from './gathered-writer';
import { newSpoolPlace, type SpoolPlace } from './spool-folder';
import { TooLarge, UploadTruncated } from './upload-refusals';

export interface SpoolOptions {
  /** Largest upload taken, in bytes. */
  readonly limit: number;
  /** Where files wait; made when absent, for this user alone. */
  readonly folder: string;
  /** What the sender announced (Content-Length), in bytes; absent when it announced nothing. */
  readonly announced?: number;
}

/** An upload that has arrived whole and lies in a private file until it is stored or refused. Whoever spooled disposes of it. */
export type Spooled = Digest & SpoolPlace;

/**
 * Writes an upload to a private file (0600) while hashing it. Throws TooLarge, StorageFull, or UploadTruncated when the
 * sender went away or sent fewer or more bytes than it announced; nothing is left on the disk then. After TooLarge and
 * StorageFull the stream is let run dry up to another `limit` bytes, so that a sender who is still sending gets to read the
 * answer.
 */
export async function spool(stream: Readable, options: SpoolOptions): Promise<Spooled> {
  const { limit, announced } = options;
  if (announced !== undefined && announced > limit) {
    discardRest(stream, limit);
    throw new TooLarge(limit);
  }
  try {
    return await spoolInto(stream, options);
  } catch (error) {
    if (!isFull(error)) throw error;
    discardRest(stream, limit);
    throw new StorageFull(error);
  }
}

async function spoolInto(stream: Readable, { limit, folder, announced }: SpoolOptions): Promise<Spooled> {
  const place = await newSpoolPlace(folder, 'upload');
  try {
    const file = await open(place.path, 'wx', 0o600);
    const writer = new GatheredWriter(file);
    const digest = await write(stream, writer, limit).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
    // While it is inspected it can already go to the disk; whoever stores it makes sure of that.
    const flushing = file
      .datasync()
      .catch(() => undefined)
      .then(() => file.close());
    const dispose = () => flushing.finally(() => place.dispose());
    if (announced === undefined || digest.size === announced) return { ...digest, path: place.path, dispose };
    await flushing;
    throw new UploadTruncated();
  } catch (error) {
    await place.dispose();
    throw error;
  }
}

async function write(stream: Readable, writer: GatheredWriter, limit: number): Promise<Digest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of readUpload(stream)) {
    size += chunk.byteLength;
    if (size > limit) {
      discardRest(stream, limit);
      throw new TooLarge(limit);
    }
    hash.update(chunk);
    await writer.write(chunk);
  }
  await writer.finish();
  return { sha256: toSha256(hash.digest('hex')), size };
}
