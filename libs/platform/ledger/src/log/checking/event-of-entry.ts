import { SUBJECT_KINDS } from '../../event/event.entity';
import { placeIn } from '../notes/own-entries';
import { MOST_BUNDLE_BYTES } from '../resuming/store-entries';
import { entriesIn } from '../keeping/entries';
import type { LogFolder } from '../keeping/log-folder';
import type { EventPlace } from '../keeping/log-rows';
import { HASH_BYTES, hashOfLeaf } from '../tree/hashes';
import { TILE_WIDTH } from '../tree/tiles';

/**
 * Of which event an entry tells, as the store of a log of this size still holds it under the hash of its tree; null when it does not. So
 * an event has a name that the database has lost.
 */
export async function eventOfEntry(folder: LogFolder, index: number, size: number): Promise<EventPlace | null> {
  const tile = Math.floor(index / TILE_WIDTH);
  const [at, width] = [index % TILE_WIDTH, Math.min(TILE_WIDTH, size - tile * TILE_WIDTH)];
  const place = { index: tile, width };
  const entry = entriesIn(await folder.bytesAt({ ...place, level: 'entries' }, MOST_BUNDLE_BYTES))[at];
  const hashes = await folder.bytesAt({ ...place, level: 0 }, width * HASH_BYTES);
  if (!entry || !hashOfLeaf(entry).equals(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))) return null;
  const { kind, subjectId, sequence } = placeIn(entry.toString('utf8')) ?? {};
  const subjectKind = SUBJECT_KINDS.find((each) => each === kind);
  return subjectKind && subjectId && sequence ? { subjectKind, subjectId, sequence } : null;
}
