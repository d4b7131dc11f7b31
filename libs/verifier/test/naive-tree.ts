import { createHash } from 'node:crypto';

/** The definitions of RFC 6962, section 2.1, word by word and as slow as they are; shares nothing with the verifier. */
export function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  const [first] = leaves;
  if (leaves.length === 1 && first) return createHash('sha256').update(Buffer.of(0)).update(first).digest();
  const k = split(leaves.length);
  return node(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

export function naiveInclusion(index: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...naiveInclusion(index, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(index - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

export function naiveConsistency(oldSize: number, leaves: readonly Uint8Array[], isComplete = true): Buffer[] {
  if (oldSize === leaves.length) return isComplete ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  return oldSize <= k
    ? [...naiveConsistency(oldSize, leaves.slice(0, k), isComplete), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(oldSize - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

/** The largest power of two below a number. */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

function node(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}
