import { EMPTY_ROOT, HASH_BYTES, hashAbove, hashOfNode } from './hashes';
import { type Tile, TILE_WIDTH, type TilePlace, rightmostTiles } from './tiles';

/** Of a level of tiles, the last tile, which is not full yet. */
interface Level {
  /** Full tiles before it. */
  full: number;
  hashes: Buffer[];
}

/**
 * A Merkle tree of RFC 6962 that only grows. It holds its right edge alone, which is a few thousand hashes at most, and gives
 * away the tiles that become full.
 */
export class GrowingTree {
  private readonly levels: Level[] = [];
  private entries = 0;

  /** The tree of this size, whose right edge is read from its tiles. */
  static async open(size: number, read: (place: TilePlace) => Promise<Buffer>): Promise<GrowingTree> {
    const tree = new GrowingTree();
    tree.entries = size;
    for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / TILE_WIDTH))
      tree.levels.push({ full: Math.floor(hashes / TILE_WIDTH), hashes: [] });
    for (const place of rightmostTiles(size)) {
      const level = tree.levels[Number(place.level)];
      if (level) level.hashes = hashesIn(await read(place));
    }
    return tree;
  }

  get size(): number {
    return this.entries;
  }

  /** @returns the tiles that have become full, from the lowest level on. */
  append(leaf: Buffer): Tile[] {
    const full: Tile[] = [];
    this.entries += 1;
    this.push(0, leaf, full);
    return full;
  }

  /** The last tile of each level that has one which is not full. */
  edge(): Tile[] {
    return this.levels.flatMap(({ full, hashes }, level) =>
      hashes.length > 0 ? [{ level, index: full, width: hashes.length, bytes: Buffer.concat(hashes) }] : [],
    );
  }

  root(): Buffer {
    const complete = this.levels
      .map(({ hashes }) => completeIn(hashes))
      .reverse()
      .flat();
    return (
      complete.reduceRight<Buffer | null>((right, left) => (right ? hashOfNode(left, right) : left), null) ?? EMPTY_ROOT
    );
  }

  /** One that grows by itself: what is tried with it does not touch this one. */
  copy(): GrowingTree {
    const tree = new GrowingTree();
    tree.entries = this.entries;
    tree.levels.push(...this.levels.map(({ full, hashes }) => ({ full, hashes: [...hashes] })));
    return tree;
  }

  private push(height: number, hash: Buffer, full: Tile[]): void {
    const level = (this.levels[height] ??= { full: 0, hashes: [] });
    level.hashes.push(hash);
    if (level.hashes.length < TILE_WIDTH) return;
    full.push({ level: height, index: level.full, width: TILE_WIDTH, bytes: Buffer.concat(level.hashes) });
    const above = hashAbove(level.hashes);
    level.full += 1;
    level.hashes = [];
    this.push(height + 1, above, full);
  }
}

/** The hashes that stand one after the other in a tile. */
export function hashesIn(tile: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(tile.length / HASH_BYTES) }, (_, at) =>
    tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** The complete subtrees over these hashes, the largest first: one for each bit of their number. */
function completeIn(hashes: readonly Buffer[]): Buffer[] {
  const complete: Buffer[] = [];
  for (let [at, width] = [0, TILE_WIDTH / 2]; width >= 1; width /= 2) {
    if ((hashes.length & width) === 0) continue;
    complete.push(hashAbove(hashes.slice(at, at + width)));
    at += width;
  }
  return complete;
}
