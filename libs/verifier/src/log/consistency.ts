import { areEqual } from '../primitives/bytes';
import { nodeHash } from '../tree/hashing';
import { isConsistent, rootOfInclusion } from '../tree/proofs';
import { hashesOf, hashOfFullTile, TILE_WIDTH } from '../tree/tiles';
import type { LogSource } from './log-source';
import { readTile } from './log-tiles';

interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Whether the tree that is shown now begins with the one of before. However large the log is, a few tiles say it: of them the
 * proof of RFC 6962, section 2.1.2 is made, which is believed only as far as it leads to both roots.
 */
export async function continuesFrom(source: LogSource, before: Tree, now: Tree): Promise<boolean> {
  const isProved = before.size > 0 && before.size < now.size;
  return isConsistent(before, now, isProved ? await consistencyProof(askedOnce(source), before.size, now.size) : []);
}

/** Whether the entry with this hash stands in the tree at this place: its tiles say it, believed as far as they lead to the root. */
export async function provesEntry(
  source: LogSource,
  { index, leaf }: { readonly index: number; readonly leaf: Uint8Array },
  { size, root }: Tree,
): Promise<boolean> {
  const path = await inclusionProof(askedOnce(source), index, { from: 0, to: size, size });
  const found = rootOfInclusion(leaf, index, size, path);
  return found !== undefined && areEqual(found, root);
}

async function inclusionProof(source: LogSource, index: number, { from, to, size }: Subtree): Promise<Uint8Array[]> {
  if (to - from <= 1) return [];
  const middle = from + largestPowerBelow(to - from);
  const [left, right] = [
    { from, to: middle, size },
    { from: middle, to, size },
  ];
  const [own, beside] = index < middle ? [left, right] : [right, left];
  return [...(await inclusionProof(source, index, own)), await hashOver(source, beside)];
}

async function consistencyProof(source: LogSource, before: number, now: number): Promise<Uint8Array[]> {
  const proof: Uint8Array[] = [];
  // From the root down: what does not hold the end of the earlier tree is in the proof, the nearest to the leaves first.
  let [from, to] = [0, now];
  while (before !== to) {
    const middle = from + largestPowerBelow(to - from);
    if (before <= middle) {
      proof.unshift(await hashOver(source, { from: middle, to, size: now }));
      to = middle;
    } else {
      proof.unshift(await hashOver(source, { from, to: middle, size: now }));
      from = middle;
    }
  }
  // Where the earlier tree is all of the left, whoever asks knows its root.
  return from === 0 ? proof : [await hashOver(source, { from, to, size: now }), ...proof];
}

/** Several hashes of a proof stand in one tile. */
function askedOnce(source: LogSource): LogSource {
  const answers = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    read: (path, most) => {
      const answer = answers.get(path) ?? source.read(path, most);
      answers.set(path, answer);
      return answer;
    },
  };
}

interface Subtree {
  readonly from: number;
  readonly to: number;
  /** Of the tree in whose tiles the hashes stand. */
  readonly size: number;
}

async function hashOver(source: LogSource, { from, to, size }: Subtree): Promise<Uint8Array> {
  const width = to - from;
  const split = largestPowerBelow(width);
  if (width === 1 || split * 2 === width) return hashInTile(source, { from, to, size });
  return nodeHash(
    await hashOver(source, { from, to: from + split, size }),
    await hashOver(source, { from: from + split, to, size }),
  );
}

/** Of a complete subtree: it stands in a tile, or above some hashes that stand side by side in one. */
async function hashInTile(source: LogSource, { from, to, size }: Subtree): Promise<Uint8Array> {
  let level = 0;
  while (TILE_WIDTH ** (level + 1) <= to - from) level += 1;
  const below = TILE_WIDTH ** level;
  const number = Math.floor(from / below / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, Math.floor(size / below) - number * TILE_WIDTH);
  const first = from / below - number * TILE_WIDTH;
  const tile = hashesOf(await readTile(source, { level, number, width }));
  // Of fewer hashes than a full tile's the same: they are a power of two.
  return hashOfFullTile(tile.slice(first, first + (to - from) / below));
}

/** The largest power of two below this number; 1 of 1. */
function largestPowerBelow(number: number): number {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}
