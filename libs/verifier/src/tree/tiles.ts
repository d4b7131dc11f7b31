import { HASH_BYTES, nodeHash } from './hashing';

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
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
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
  let level = [...hashes];
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left && right) above.push(nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? new Uint8Array(HASH_BYTES);
}
