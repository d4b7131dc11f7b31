import { areEqual } from '../primitives/bytes';
import { nodeHash } from './hashing';

/**
 * The root that a proof of inclusion leads to (RFC 6962, section 2.1.1), or nothing when the proof has not the length that
 * belongs to this place in a tree of this size.
 */
export function rootOfInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (index >= size) return undefined;
  const hashes = proof.values();
  let hash = leaf;
  // `index` and `last` walk up: this node, and the last node of its level.
  for (let last = size - 1; last > 0; last = half(last)) {
    if (isOdd(index) || index < last) {
      const sibling = hashes.next().value;
      if (!sibling) return undefined;
      hash = isOdd(index) ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    }
    index = half(index);
  }
  return hashes.next().done ? hash : undefined;
}

/** Whether a tree of `size` leaves begins with the leaves of the one of `oldSize` (RFC 6962, section 2.1.2). */
export function isConsistent(
  old: { readonly size: number; readonly root: Uint8Array },
  now: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (old.size > now.size) return false;
  if (old.size === now.size) return proof.length === 0 && areEqual(old.root, now.root);
  if (old.size === 0) return proof.length === 0;
  const hashes = proof.values();
  let index = old.size - 1;
  let last = now.size - 1;
  for (; isOdd(index); index = half(index)) last = half(last);
  // A complete old tree is its own first hash; otherwise the proof begins with its last complete subtree.
  const first = index === 0 ? old.root : hashes.next().value;
  if (!first) return false;
  let oldRoot = first;
  let newRoot = first;
  for (; last > 0; index = half(index), last = half(last)) {
    if (!isOdd(index) && index === last) continue;
    const sibling = hashes.next().value;
    if (!sibling) return false;
    if (isOdd(index)) {
      oldRoot = nodeHash(sibling, oldRoot);
      newRoot = nodeHash(sibling, newRoot);
    } else {
      newRoot = nodeHash(newRoot, sibling);
    }
  }
  return hashes.next().done === true && areEqual(oldRoot, old.root) && areEqual(newRoot, now.root);
}

/** Not by shifting bits: trees may have more than 2 to the power of 31 leaves. */
const half = (number: number) => Math.floor(number / 2);
const isOdd = (number: number) => number % 2 === 1;
