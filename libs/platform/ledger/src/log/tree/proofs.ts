import { hashOfNode } from './hashes';

/** The hash of the complete subtree over the entries from `index` × 2^`height` on, 2^`height` of them. */
export type SubtreeHash = (height: number, index: number) => Promise<Buffer>;

/** RFC 6962, 2.1.1: what is hashed with the entry, one after the other, up to the root of a tree of this size. */
export async function inclusionProof(index: number, size: number, read: SubtreeHash): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new Error(`a tree of ${size} entries has none at ${index}`);
  return await path(index, { from: 0, to: size }, read);
}

/** RFC 6962, 2.1.2: what shows that the tree of the later size begins with the tree of the earlier. */
export async function consistencyProof(earlier: number, later: number, read: SubtreeHash): Promise<Buffer[]> {
  if (earlier < 1 || earlier > later) throw new Error(`no tree of ${later} entries begins with one of ${earlier}`);
  return await subproof(earlier, { from: 0, to: later }, { read, isWhole: true });
}

interface Subtree {
  readonly from: number;
  readonly to: number;
}

async function path(index: number, { from, to }: Subtree, read: SubtreeHash): Promise<Buffer[]> {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return index < middle
    ? [...(await path(index, left, read)), await hashOver(right, read)]
    : [...(await path(index, right, read)), await hashOver(left, read)];
}

/** `isWhole`: the earlier tree is all of this stretch's beginning, so that its hash is known to who asks. */
async function subproof(
  earlier: number,
  { from, to }: Subtree,
  { read, isWhole }: { read: SubtreeHash; isWhole: boolean },
): Promise<Buffer[]> {
  if (earlier === to) return isWhole ? [] : [await hashOver({ from, to }, read)];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return earlier <= middle
    ? [...(await subproof(earlier, left, { read, isWhole })), await hashOver(right, read)]
    : [...(await subproof(earlier, right, { read, isWhole: false })), await hashOver(left, read)];
}

async function hashOver({ from, to }: Subtree, read: SubtreeHash): Promise<Buffer> {
  const width = to - from;
  if (Number.isInteger(Math.log2(width))) return await read(Math.log2(width), from / width);
  const middle = from + splitOf(width);
  return hashOfNode(await hashOver({ from, to: middle }, read), await hashOver({ from: middle, to }, read));
}

/** The largest power of two below the number. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}
