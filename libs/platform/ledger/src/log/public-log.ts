import type { ObjectStore } from '@patravali/storage';
import { CHECKPOINT, KEYS } from './sequencing/log-folder';
import { nameOfTile, TILE_WIDTH, type TilePlace } from './tree/tiles';

/** `0/x001/234`, `1/000.p/17`: as many groups as a log of 256 billion entries needs. */
const TILE_PATH = /^(\d{1,2})\/((?:x\d{3}\/){0,2}\d{3})(?:\.p\/(\d{1,3}))?$/;

/** What of the log anybody may read, as it lies in the store: the checkpoint, the keys and the hashes. Never an entry. */
export class PublicLog {
  constructor(private readonly store: Pick<ObjectStore, 'readNamed'>) {}

  /** Null before the first. */
  async checkpoint(): Promise<Buffer | null> {
    return await this.store.readNamed(CHECKPOINT);
  }

  async keys(): Promise<Buffer | null> {
    return await this.store.readNamed(KEYS);
  }

  /** @param path of the tile below `tile/`. The store is asked for names that the log itself could have written, and no others. */
  async tile(path: string): Promise<Buffer | null> {
    const place = placeOf(path);
    return place && (await this.store.readNamed(nameOfTile(place)));
  }
}

/** Null: no tile of hashes is called so. */
function placeOf(path: string): TilePlace | null {
  const [, level, index = '', width = String(TILE_WIDTH)] = TILE_PATH.exec(path) ?? [];
  const place = { level: Number(level), index: Number(index.replace(/\D/g, '')), width: Number(width) };
  return level !== undefined && place.width > 0 && nameOfTile(place) === `log/tile/${path}` ? place : null;
}
