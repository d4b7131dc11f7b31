import { CHANGES, CHECKPOINT, KEYS, type LogStore, WITNESSED } from './keeping/log-folder';
import { timesOfCosignatures } from './notes/cosignatures';
import { nameOfTile, TILE_WIDTH, type TilePlace } from './tree/tiles';

/** `0/x001/234`, `1/000.p/17`: as many groups as a log of 256 billion entries needs. */
const TILE_PATH = /^(\d{1,2})\/((?:x\d{3}\/){0,2}\d{3})(?:\.p\/(\d{1,3}))?$/;

/**
 * What of the log anybody may read, as it lies in the store: the checkpoints, the keys, the hashes, and what the log says of itself.
 * Never an entry of an event.
 */
export class PublicLog {
  constructor(private readonly store: Pick<LogStore, 'readNamed'>) {}

  /** The last, with the signature of the witness as soon as it has signed this very one. Null before the first. */
  async checkpoint(): Promise<Buffer | null> {
    const last = await this.store.readNamed(CHECKPOINT);
    const witnessed = await this.store.readNamed(WITNESSED);
    return last && witnessed && textOf(last) === textOf(witnessed) ? witnessed : last;
  }

  /** The last that the witness has signed. Null without a witness. */
  async witnessed(): Promise<Buffer | null> {
    return await this.store.readNamed(WITNESSED);
  }

  /** When the witness signed last. Null without a witness. */
  async witnessedAt(): Promise<Date | null> {
    const [last] = timesOfCosignatures((await this.witnessed())?.toString('utf8') ?? '').toSorted(latestFirst);
    return last ?? null;
  }

  /** The entries of the log itself. Null while there are none. */
  async changes(): Promise<Buffer | null> {
    return await this.store.readNamed(CHANGES);
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

const latestFirst = (one: Date, other: Date): number => other.getTime() - one.getTime();

/** What is signed of a note. */
const textOf = (note: Buffer): string => note.toString('utf8').split('\n\n', 1)[0] ?? '';

/** Null: no tile of hashes is called so. */
function placeOf(path: string): TilePlace | null {
  const [, level, index = '', width = String(TILE_WIDTH)] = TILE_PATH.exec(path) ?? [];
  const place = { level: Number(level), index: Number(index.replace(/\D/g, '')), width: Number(width) };
  return level !== undefined && place.width > 0 && nameOfTile(place) === `log/tile/${path}` ? place : null;
}
