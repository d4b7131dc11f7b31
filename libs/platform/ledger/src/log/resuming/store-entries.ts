import { entriesIn } from '../keeping/entries';
import { LogStands } from '../keeping/log-fault';
import type { LogFolder } from '../keeping/log-folder';
import { nameOfTile, TILE_WIDTH } from '../tree/tiles';

/** C2SP: an entry is at most 65,535 bytes long. */
export const MOST_BUNDLE_BYTES = TILE_WIDTH * 65_537;

/** The entries in the store from one place to before another. @throws LogStands `damaged-tiles` when one is missing. */
export async function entriesInStore(folder: LogFolder, from: number, to: number): Promise<string[]> {
  const entries: string[] = [];
  for (let at = from; at < to;) {
    const index = Math.floor(at / TILE_WIDTH);
    const first = index * TILE_WIDTH;
    const place = { level: 'entries' as const, index, width: Math.min(TILE_WIDTH, to - first) };
    const bundle = entriesIn(await folder.bytesAt(place, MOST_BUNDLE_BYTES));
    if (bundle.length < place.width) throw new LogStands('damaged-tiles', nameOfTile(place));
    entries.push(...bundle.slice(at - first, place.width).map((entry) => entry.toString('utf8')));
    at = first + place.width;
  }
  return entries;
}
