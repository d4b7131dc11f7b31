import { sha256 } from '../cryptography';

/** RFC 6962, section 2.1: hashes of leaves and of nodes begin differently, so that none is ever taken for the other. */
export const HASH_BYTES = 32;

/** The root of a tree without leaves. */
export const EMPTY_ROOT = sha256(new Uint8Array());

const pair = new Uint8Array(1 + 2 * HASH_BYTES);
pair[0] = 1;

export function leafHash(data: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(1 + data.length);
  leaf.set(data, 1);
  return sha256(leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}
