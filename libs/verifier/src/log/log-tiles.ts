import { areEqual } from '../primitives/bytes';
import { HASH_BYTES } from '../tree/hashing';
import { Frontier } from '../tree/frontier';
import {
  hashesOf,
  hashOfFullTile,
  TILE_BYTES,
  TILE_HEIGHT,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tilesOf,
} from '../tree/tiles';
import { Wrong } from '../primitives/wrong';
import type { LogSource } from './log-source';

/** A tile of hashes as it is stored. */
export async function readTile(source: LogSource, tile: Tile): Promise<Uint8Array> {
  const { path, bytes, width } = await readFullOrPartial(source, tile, TILE_BYTES);
  if (!bytes) throw new Wrong('tile-missing', { path });
  if (bytes.length !== width * HASH_BYTES) throw new Wrong('tile-unreadable', { path });
  return bytes.subarray(0, tile.width * HASH_BYTES);
}

interface Found {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  /** How many hashes or entries should be there. */
  readonly width: number;
}

/** A tile that was not full may be gone once it is: then the full one begins with what was asked for. */
export async function readFullOrPartial(source: LogSource, tile: Tile, most: number): Promise<Found> {
  const asked = { path: tilePath(tile), width: tile.width };
  const bytes = await source.read(asked.path, most);
  if (bytes || tile.width === TILE_WIDTH) return { ...asked, bytes };
  const full = { path: tilePath({ ...tile, width: TILE_WIDTH }), width: TILE_WIDTH };
  const found = await source.read(full.path, most);
  return found ? { ...full, bytes: found } : { ...asked, bytes: undefined };
}

/** Where a stored tile and the entries below it do not agree. */
interface Disagreement {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Takes the hashes of the leaves in order, compares the stored tiles above them, and knows the root. */
export class GrowingTree {
  /** By level; of level 0 nothing is pending. */
  private readonly pending: Uint8Array[][] = [[]];
  private readonly frontier = Frontier.empty();
  private earlierRoot: Uint8Array | undefined;
  private size = 0;
  /** The first one; whether the tile is wrong or what lies below it, only the root decides. */
  disagreement: Disagreement | undefined;

  constructor(
    private readonly source: LogSource,
    /** The size at which the root is remembered. */
    private readonly earlierSize: number,
  ) {}

  /** Adds the leaves of one tile of level 0. */
  async add(leaves: readonly Uint8Array[]): Promise<void> {
    const [from, to] = [this.size, this.size + leaves.length];
    if (this.earlierSize >= from && this.earlierSize < to) {
      const earlier = this.frontier.copy();
      for (const leaf of leaves.slice(0, this.earlierSize - from)) earlier.push(leaf);
      this.earlierRoot = earlier.root();
    }
    this.size = to;
    if (leaves.length < TILE_WIDTH) {
      for (const leaf of leaves) this.frontier.push(leaf);
      return;
    }
    const hash = hashOfFullTile(leaves);
    this.frontier.push(hash, TILE_HEIGHT);
    await this.take(1, hash);
  }

  /** Compares the tiles that are not full, and answers the root. */
  async finish(): Promise<Uint8Array> {
    for (const [level, hashes] of this.pending.entries()) if (hashes.length > 0) await this.compare(level, hashes);
    return this.frontier.root();
  }

  rootOfEarlierSize(): Uint8Array | undefined {
    return this.earlierSize === this.size ? this.frontier.root() : this.earlierRoot;
  }

  /** Whether the tree above would agree with these leaves, if they came next: the tile above, or the root itself. */
  async wouldAgree(leaves: readonly Uint8Array[], checkpoint: { size: number; root: Uint8Array }): Promise<boolean> {
    if (leaves.length < TILE_WIDTH) {
      const grown = this.frontier.copy();
      for (const leaf of leaves) grown.push(leaf);
      return areEqual(grown.root(), checkpoint.root);
    }
    const place = this.size / TILE_WIDTH;
    const above = [...tilesOf(1, checkpoint.size)][Math.floor(place / TILE_WIDTH)];
    const stored = above && hashesOf(await readTile(this.source, above));
    return areEqual(stored?.[place % TILE_WIDTH] ?? checkpoint.root, hashOfFullTile(leaves));
  }

  private async take(level: number, hash: Uint8Array): Promise<void> {
    const hashes = (this.pending[level] ??= []);
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    await this.compare(level, hashes);
    this.pending[level] = [];
    await this.take(level + 1, hashOfFullTile(hashes));
  }

  private async compare(level: number, hashes: readonly Uint8Array[]): Promise<void> {
    const below = TILE_WIDTH ** level;
    const number = Math.floor((this.size / below - 1) / TILE_WIDTH);
    const tile = { level, number, width: hashes.length };
    const stored = hashesOf(await readTile(this.source, tile));
    const at = hashes.findIndex((hash, place) => !areEqual(hash, stored[place] ?? hash));
    if (at < 0) return;
    const from = (number * TILE_WIDTH + at) * below;
    this.disagreement ??= { path: tilePath(tile), from, to: from + below - 1 };
  }
}
