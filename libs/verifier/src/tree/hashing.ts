import { sha256 } from '../primitives/cryptography';

/** RFC 6962, section 2.1: hashes of leaves and of nodes begin differently, so that none is ever taken for the other. */
export const HASH_BYTES = 32;

/** The root of a tree without leaves. */
export const EMPTY_ROOT = sha256(new Uint8Array());

const pair = new Uint8Array(1 + 2 * HASH_BYTES);
pair[0] = 1;

/** Entries of a log are not longer; room for one of them saves a copy for each of a million. */
const leaf = new Uint8Array(1 + 0xffff);

export function leafHash(data: Uint8Array): Uint8Array {
  const bytes = data.length < leaf.length ? leaf : new Uint8Array(1 + data.length);
  bytes.set(data, 1);
  return sha256(bytes.subarray(0, 1 + data.length));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}
