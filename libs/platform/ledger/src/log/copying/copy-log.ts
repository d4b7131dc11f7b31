import { createHash } from 'node:crypto';
import { LogFolder, type LogStore } from '../keeping/log-folder';
import { LogStands } from '../keeping/log-fault';
import { bundleOf, entriesIn } from '../keeping/entries';
import { MOST_BUNDLE_BYTES } from '../resuming/store-entries';
import { nameOfTile, rightmostTiles, TILE_WIDTH, type TilePlace } from '../tree/tiles';
import type { LogMoment } from './log-moment';

/** Tiles that are copied side by side. */
const AT_ONCE = 16;

export interface CopiedFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Copies the log as it stood at a moment, also while it grows: tiles that are not full yet as wide as they were then, and none
 * of those that they have replaced.
 * @throws LogStands `damaged-tiles`
 */
export async function copyLog(moment: LogMoment, from: LogStore, to: LogStore): Promise<CopiedFile[]> {
  const folder = new LogFolder(from);
  const copied: CopiedFile[] = [];
  const write = async (name: string, bytes: Buffer): Promise<void> => {
    await to.writeNamed(name, bytes);
    copied.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  const places = placesOf(moment);
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const some = places.slice(at, at + AT_ONCE);
    const tiles = await Promise.all(some.map(async (place) => ({ place, bytes: await bytesAt(folder, place) })));
    await Promise.all(tiles.map(({ place, bytes }) => write(nameOfTile(place), bytes)));
  }
  for (const { name, bytes } of moment.notes) await write(name, bytes);
  return copied.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** All tiles of the tree, and the right edge of the one that the database knew: with that one the log goes on. */
function placesOf({ size, published }: LogMoment): TilePlace[] {
  const places = tilesOfLevel('entries', size);
  for (let [level, hashes] = [0, size]; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH))
    places.push(...tilesOfLevel(level, hashes));
  const names = new Set(places.map(nameOfTile));
  return [...places, ...rightmostTiles(published).filter((place) => !names.has(nameOfTile(place)))];
}

const tilesOfLevel = (level: TilePlace['level'], hashes: number): TilePlace[] =>
  Array.from({ length: Math.ceil(hashes / TILE_WIDTH) }, (_, index) => ({
    level,
    index,
    width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH),
  }));

async function bytesAt(folder: LogFolder, place: TilePlace): Promise<Buffer> {
  if (place.level !== 'entries') return await folder.tile(place);
  const entries = entriesIn(await folder.bytesAt(place, MOST_BUNDLE_BYTES)).slice(0, place.width);
  if (entries.length < place.width) throw new LogStands('damaged-tiles', nameOfTile(place));
  return bundleOf(entries);
}
