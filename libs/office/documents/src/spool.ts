import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Digest, toSha256 } from '@patravali/storage';
import { forgetSpoolName, newSpoolName } from './spool-folder';
import { TooLarge, UploadTruncated } from './upload-refusals';

export interface SpoolOptions {
  /** Largest upload taken, in bytes. */
  readonly limit: number;
  /** Where files wait; made when absent, for this user alone. */
  readonly folder: string;
  /** What the sender announced (Content-Length), in bytes; absent when it announced nothing. */
  readonly announced?: number;
}

/** An upload that has arrived whole and lies in a private file until it is stored or refused. */
export interface Spooled extends Digest {
  readonly path: string;
  /** Removes the file. Whoever spooled must call it, whatever happened; twice does no harm. */
  dispose(): Promise<void>;
}

/**
 * Writes an upload to a private file (0600) while hashing it. Throws TooLarge, or UploadTruncated when the sender went
 * away or sent fewer or more bytes than it announced; nothing is left on the disk then. After TooLarge the stream is let
 * run dry up to another `limit` bytes, so that a sender who is still sending gets to read the answer.
 */
export async function spool(stream: Readable, { limit, folder, announced }: SpoolOptions): Promise<Spooled> {
  if (announced !== undefined && announced > limit) {
    letRunDry(stream, limit);
    throw new TooLarge(limit);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = newSpoolName(randomUUID());
  const path = join(folder, name);
  const dispose = async () => {
    await rm(path, { force: true });
    forgetSpoolName(name);
  };
  const file = await open(path, 'wx', 0o600);
  try {
    const digest = await write(stream, file, limit).finally(() => file.close());
    if (announced !== undefined && digest.size !== announced) throw new UploadTruncated();
    return { ...digest, path, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function write(stream: Readable, file: FileHandle, limit: number): Promise<Digest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of arriving(stream)) {
    size += chunk.byteLength;
    if (size > limit) {
      letRunDry(stream, limit);
      throw new TooLarge(limit);
    }
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: toSha256(hash.digest('hex')), size };
}

/** The stream is not destroyed when it is left early: with it would go the connection that carries the refusal. */
async function* arriving(stream: Readable): AsyncIterable<Buffer> {
  if (stream.destroyed && !stream.readableEnded) throw new UploadTruncated();
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new UploadTruncated(error);
  }
}

function letRunDry(stream: Readable, limit: number): void {
  let size = 0;
  stream.on('error', () => undefined);
  stream.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > limit) stream.destroy();
  });
  stream.resume();
}
