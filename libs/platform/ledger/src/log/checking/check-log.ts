import type { Subjects } from '../../event/subjects';
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
import type { LogPlace } from './log-growth';

export interface LogQuestion {
  /** What the witness of the log had signed before this began, if there is one and it answers. */
  readonly witnessed?: string | null;
  /** How far it was found right before, and the subjects that have grown since: nothing else is looked at. */
  readonly since?: { readonly place: LogPlace; readonly grown: readonly Subjects[] } | null;
  /** The root of so many entries is answered. */
  readonly until?: number;
}

export interface LogReport {
  /** Entries that were published and looked at, and are in the store as the database has them as far as no fault is named. */
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
  /** As far as was asked, if it was, it is right; null where it is not, or was not signed so far. */
  readonly reached: LogPlace | null;
  /** The other log that the witness signs; null when it signs this one, or there is none. */
  readonly witnessOf: string | null;
}

/** Makes the log anew from the entries of the database, all of it or what has grown, and holds it against the store. Changes nothing. */
export async function checkLog(
  database: Statements,
  store: LogStore,
  { witnessed = null, since = null, until }: LogQuestion = {},
): Promise<LogReport> {
  // In this order: the log may grow meanwhile, in the database before it does in the store.
  const published = await publishedLog(database);
  const { count: unlogged, first: firstUnlogged } = await unloggedAmong(database, since?.grown);
  const breaks = breaksAmong(await ownEntries(database, await countEntries(database)));
  const witnessOf = otherOrigin(witnessed, await keysOfLog(database));
  const folder = new LogFolder(store);
  const known = { unlogged, firstUnlogged, breaks, witnessOf };
  try {
    const comparable = witnessOf === null ? witnessed : null;
    const asked = { published: published.size, witnessed: comparable, breaks, from: since?.place ?? NOTHING, until };
    const { entries, reached } = await checkEntries(database, folder, asked);
    return { ...known, entries, fault: published.fault, place: '', event: null, reached };
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    const { fault, place } = error;
    const event = fault === 'changed-event' ? await eventOfEntry(folder, Number(place), published.size) : null;
    const entries = Math.max(0, published.size - (since?.place.entries ?? 0));
    return { ...known, entries, fault, place, event, reached: null };
  }
}

const NOTHING: LogPlace = { entries: 0, root: EMPTY_ROOT.toString('hex') };

async function unloggedAmong(database: Statements, grown: readonly Subjects[] | undefined) {
  if (!grown) return await unloggedEvents(database);
  let [count, first]: [number, EventPlace | null] = [0, null];
  for (const subjects of grown) {
    const found = await unloggedEvents(database, subjects);
    count += found.count;
    first ??= found.first;
  }
  return { count, first };
}

function otherOrigin(note: string | null, [key]: readonly KeyRow[]): string | null {
  const [origin] = note?.split('\n', 1) ?? [];
  return key && origin !== undefined && origin !== readKey(key.written).name ? origin : null;
}

interface LogExpectations {
  readonly published: number;
  readonly witnessed: string | null;
  readonly breaks: readonly LogBreak[];
  readonly from: LogPlace;
  readonly until: number | undefined;
}

async function checkEntries(
  database: Statements,
  folder: LogFolder,
  { published, witnessed, breaks, from, until }: LogExpectations,
): Promise<Pick<LogReport, 'entries' | 'reached'>> {
  const keys = await keysOfLog(database);
  const checkpoint = await folder.checkpoint(keys);
  const size = checkpoint?.size ?? 0;
  if (size < Math.max(published, from.entries)) throw new LogStands('older-store');
  if (size > (await countEntries(database))) throw new LogStands('older-database');
  const signed = witnessed === null ? null : signedInTurn(witnessed, keys);
  const tree = await treeFrom(folder, from, size);
  const roots = new RootsOf(tree, [until, signed?.size]);
  const whole = from.entries - (from.entries % TILE_WIDTH);
  await eachStretch(database, { from: whole, to: size }, async (rows) => {
    const tiles = bundlesOf(rows);
    const untold = rows.find((row) => isLost(row) && !breaks.some((found) => tellsOf(found, row.index)));
    if (untold) throw new LogStands('changed-event', String(untold.index));
    for (const { leafHash } of rows.slice(Math.max(0, from.entries - (rows[0]?.index ?? 0)))) {
      tiles.push(...tree.append(leafHash));
      roots.note();
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
  if (signed && signed.size < from.entries)
    roots.add((await folder.earlierTree(signed.size, size)).root(), signed.size);
  if (witnessed !== null && !signed?.root.equals(roots.at(signed.size) ?? EMPTY_ROOT))
    throw new LogStands('older-than-witness');
  const root = until === undefined ? undefined : roots.at(until);
  const reached = until !== undefined && root ? { entries: until, root: root.toString('hex') } : null;
  return { entries: size - from.entries, reached };
}

/** The tree from which it goes on: of the tiles, which must still give the root that they gave then. */
async function treeFrom(folder: LogFolder, { entries, root }: LogPlace, size: number): Promise<GrowingTree> {
  if (entries === 0) return new GrowingTree();
  const tree = await folder.earlierTree(entries, size);
  if (tree.root().toString('hex') !== root) throw new LogStands('damaged-tiles');
  return tree;
}

/** The roots of a growing tree at some of its sizes. */
class RootsOf {
  private readonly roots = new Map<number, Buffer>();

  constructor(
    private readonly tree: GrowingTree,
    private readonly sizes: readonly (number | undefined)[],
  ) {
    this.note();
  }

  /** The tree has grown by one entry. */
  note(): void {
    if (this.sizes.includes(this.tree.size)) this.add(this.tree.root(), this.tree.size);
  }

  add(root: Buffer, size: number): void {
    this.roots.set(size, root);
  }

  at(size: number): Buffer | undefined {
    return this.roots.get(size);
  }
}

async function compare(folder: LogFolder, tiles: readonly Tile[]): Promise<void> {
  const held = await Promise.all(tiles.map((tile) => folder.holds(tile)));
  const wrong = tiles[held.indexOf(false)];
  if (wrong) throw await faultOf(folder, wrong);
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
