import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** The SHA-256 of an object's bytes, 64 lower-case hexadecimal digits: its name in the store. */
export type Sha256 = string & { readonly brand: 'sha256' };

export interface Digest {
  readonly sha256: Sha256;
  /** In bytes. */
  readonly size: number;
}

export function isSha256(text: string): text is Sha256 {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Takes a hash from outside (a row, a message). Throws TypeError on anything but 64 lower-case hexadecimal digits. */
export function toSha256(text: string): Sha256 {
  if (!isSha256(text)) throw new TypeError('not a SHA-256 in lower-case hexadecimal');
  return text;
}

export function digestOf(bytes: Uint8Array): Digest {
  return { sha256: toSha256(createHash('sha256').update(bytes).digest('hex')), size: bytes.byteLength };
}

/** Reads the stream to its end. */
export async function digestOfStream(stream: Readable): Promise<Digest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: toSha256(hash.digest('hex')), size };
}
