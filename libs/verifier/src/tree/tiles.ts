import { Frontier } from './frontier';
import { HASH_BYTES } from './hashing';

/** c2sp.org/tlog-tiles: a tile holds up to 256 hashes of one level; one hash of the level above stands for a full tile. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;
export const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

export interface Tile {
  readonly level: number | 'entries';
  readonly number: number;
  readonly width: number;
}

/** `tile/0/x001/x234/067`, and `….p/17` for a tile that is not full yet. */
export function tilePath({ level, number, width }: Tile): string {
  const digits = String(number);
  const path = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').replace(/\d{3}(?=\d)/g, 'x$&/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tiles of one level in a tree of this size, from the first to the last. */
export function* tilesOf(level: number, size: number): Generator<Tile & { readonly level: number }> {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  for (let number = 0; number * TILE_WIDTH < hashes; number++) {
    yield { level, number, width: Math.min(TILE_WIDTH, hashes - number * TILE_WIDTH) };
  }
}

export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / HASH_BYTES }, (_, at) =>
    tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** The hash that stands for a full tile in the level above. */
export function hashOfFullTile(hashes: readonly Uint8Array[]): Uint8Array {
  const frontier = Frontier.empty();
  for (const hash of hashes) frontier.push(hash);
  return frontier.root();
}
