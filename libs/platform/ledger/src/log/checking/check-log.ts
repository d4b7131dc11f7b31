import { GrowingTree } from '../tree/growing-tree';
import { EMPTY_ROOT, HASH_BYTES, hashOfLeaf } from '../tree/hashes';
import { nameOfTile, type Tile, TILE_WIDTH } from '../tree/tiles';
import { readKey } from '../notes/note-keys';
import { breaksAmong, type LogBreak, tellsOf } from '../notes/own-entries';
import { MOST_BUNDLE_BYTES } from '../resuming/store-entries';
import { bundlesOf, eachStretch, entriesIn, isLost } from '../keeping/entries';
import { CHANGES, LogFolder, type LogStore, signedInTurn } from '../keeping/log-folder';
import { type LogFault, LogStands } from '../keeping/log-fault';
import {
  countEntries,
  type EventPlace,
  type KeyRow,
  keysOfLog,
  ownEntries,
  publishedLog,
  type Statements,
  unloggedEvents,
} from '../keeping/log-rows';
import { eventOfEntry } from './event-of-entry';

export interface LogReport {
  /** Entries that were published, and are in the store as the database has them as far as no fault is named. */
  readonly entries: number;
  /** Events that are neither in the log nor wait for it. */
  readonly unlogged: number;
  readonly firstUnlogged: EventPlace | null;
  readonly fault: LogFault | null;
  /** The first entry or tile that is wrong, where one can be named. */
  readonly place: string;
  /** Of which event that entry tells, as the store still holds it. */
  readonly event: EventPlace | null;
  /** What the log says to be lost. */
  readonly breaks: readonly LogBreak[];
  /** The other log that the witness signs; null when it signs this one, or there is none. */
  readonly witnessOf: string | null;
}

/**
 * Makes the whole log anew from the entries of the database, and holds it against the store. Changes nothing.
 * @param witnessed what the witness of the log had signed before this began, if there is one and it answers.
 */
export async function checkLog(
  database: Statements,
  store: LogStore,
  witnessed: string | null = null,
): Promise<LogReport> {
  // In this order: the log may grow meanwhile, in the database before it does in the store.
  const published = await publishedLog(database);
  const { count: unlogged, first: firstUnlogged } = await unloggedEvents(database);
  const breaks = breaksAmong(await ownEntries(database, await countEntries(database)));
  const witnessOf = otherOrigin(witnessed, await keysOfLog(database));
  const folder = new LogFolder(store);
  const known = { unlogged, firstUnlogged, breaks, witnessOf };
  try {
    const asked = { published: published.size, witnessed: witnessOf === null ? witnessed : null, breaks };
    const entries = await checkEntries(database, folder, asked);
    return { ...known, entries, fault: published.fault, place: '', event: null };
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    const { fault, place } = error;
    const event = fault === 'changed-event' ? await eventOfEntry(folder, Number(place), published.size) : null;
    return { ...known, entries: published.size, fault, place, event };
  }
}

function otherOrigin(note: string | null, [key]: readonly KeyRow[]): string | null {
  const [origin] = note?.split('\n', 1) ?? [];
  return key && origin !== undefined && origin !== readKey(key.written).name ? origin : null;
}

interface LogExpectations {
  readonly published: number;
  readonly witnessed: string | null;
  readonly breaks: readonly LogBreak[];
}

async function checkEntries(
  database: Statements,
  folder: LogFolder,
  { published, witnessed, breaks }: LogExpectations,
): Promise<number> {
  const keys = await keysOfLog(database);
  const checkpoint = await folder.checkpoint(keys);
  const size = checkpoint?.size ?? 0;
  if (size < published) throw new LogStands('older-store');
  if (size > (await countEntries(database))) throw new LogStands('older-database');
  const signed = witnessed === null ? null : signedInTurn(witnessed, keys);
  let rootThen: Buffer = EMPTY_ROOT;
  const tree = new GrowingTree();
  await eachStretch(database, { from: 0, to: size }, async (rows) => {
    const tiles = bundlesOf(rows);
    const untold = rows.find((row) => isLost(row) && !breaks.some((found) => tellsOf(found, row.index)));
    if (untold) throw new LogStands('changed-event', String(untold.index));
    for (const { leafHash } of rows) {
      tiles.push(...tree.append(leafHash));
      if (tree.size === signed?.size) rootThen = tree.root();
    }
    await compare(folder, tiles);
  });
  if (checkpoint && !tree.root().equals(checkpoint.root)) throw new LogStands('other-log');
  await compare(folder, tree.edge());
  // One that does not sign yet may not have been written.
  const signing = keys.filter(({ signsFrom }) => signsFrom <= size);
  if (checkpoint && !(await folder.holdsKeys(signing))) throw new LogStands('damaged-tiles', 'log/keys');
  if (checkpoint && !(await folder.holdsChanges(await ownEntries(database, size))))
    throw new LogStands('damaged-tiles', CHANGES);
  if (witnessed !== null && !signed?.root.equals(rootThen)) throw new LogStands('older-than-witness');
  return size;
}

async function compare(folder: LogFolder, tiles: readonly Tile[]): Promise<void> {
  for (const tile of tiles) if (!(await folder.holds(tile))) throw await faultOf(folder, tile);
}

/** An entry that the store holds as its tree has hashed it, and the database otherwise, was changed in the database. */
async function faultOf(folder: LogFolder, tile: Tile): Promise<LogStands> {
  const { level, index, width, bytes } = tile;
  if (level === 'entries') {
    const stored = entriesIn(await folder.bytesAt(tile, MOST_BUNDLE_BYTES));
    const hashes = await folder.bytesAt({ level: 0, index, width }, width * HASH_BYTES);
    const first = entriesIn(bytes).findIndex((entry, at) => !stored[at]?.equals(entry));
    const entry = stored[first];
    const hash = hashes.subarray(first * HASH_BYTES, (first + 1) * HASH_BYTES);
    if (entry && hashOfLeaf(entry).equals(hash))
      return new LogStands('changed-event', String(index * TILE_WIDTH + first));
  }
  return new LogStands('damaged-tiles', nameOfTile(tile));
}
