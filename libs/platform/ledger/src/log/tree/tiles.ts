/** Hashes in a full tile: eight levels of the tree (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** One tile of a tree: `width` hashes of level `level`, from number `index` times 256 on; `entries` for a bundle of entries. */
export interface TilePlace {
  readonly level: number | 'entries';
  readonly index: number;
  /** 256 in a full tile. */
  readonly width: number;
}

export interface Tile extends TilePlace {
  readonly bytes: Buffer;
}

/** `log/tile/0/x001/x234/067.p/8` */
export function nameOfTile({ level, index, width }: TilePlace): string {
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `log/tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** Where the tiles end on the right in a tree of this size, from the lowest level on; none where a level ends with a full tile. */
export function rightmostTiles(size: number): TilePlace[] {
  const places: TilePlace[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const width = hashes % TILE_WIDTH;
    if (width > 0) places.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return places;
}
