import { hash } from 'node:crypto';

/** In bytes: SHA-256. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** RFC 6962: the hash of an entry. */
export const hashOfLeaf = (data: Uint8Array): Buffer => sha256(Buffer.concat([LEAF, data]));

/** RFC 6962: the hash of two subtrees side by side. */
export const hashOfNode = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.concat([NODE, left, right]));

/** By way of digits: a buffer that the hash brings itself takes longer to make. */
const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'hex'), 'hex');

/** The root of a tree of no entries. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0));

/** The hash above this many hashes of complete subtrees of one height; the number is a power of two. */
export function hashAbove(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) level = pairs(level);
  return level[0] ?? EMPTY_ROOT;
}

function pairs(hashes: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at + 1 < hashes.length; at += 2) above.push(hashOfNode(hashAt(hashes, at), hashAt(hashes, at + 1)));
  return above;
}

function hashAt(hashes: readonly Buffer[], place: number): Buffer {
  const hash = hashes[place];
  if (!hash) throw new Error(`no hash at ${place}`);
  return hash;
}
