import { createHash } from 'node:crypto';

/** In bytes: SHA-256. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** RFC 6962: the hash of an entry. */
export const hashOfLeaf = (data: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(data).digest();

/** RFC 6962: the hash of two subtrees side by side. */
export const hashOfNode = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** The root of a tree of no entries. */
export const EMPTY_ROOT = createHash('sha256').digest();

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
