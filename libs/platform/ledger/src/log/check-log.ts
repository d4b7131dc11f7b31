import type { ObjectStore } from '@patravali/storage';
import { GrowingTree } from './tree/growing-tree';
import { nameOfTile, type Tile } from './tree/tiles';
import { bundlesOf, eachStretch } from './sequencing/entries';
import { LogFolder } from './sequencing/log-folder';
import { type LogFault, LogStands } from './sequencing/log-fault';
import { countEntries, countUnlogged, keysOfLog, publishedLog, type Statements } from './sequencing/log-rows';

export interface LogReport {
  /** Entries that were published, and are in the store as the database has them as far as no fault is named. */
  readonly entries: number;
  /** Events that are neither in the log nor wait for it. */
  readonly unlogged: number;
  readonly fault: LogFault | null;
  /** The first entry or tile that is wrong, where one can be named. */
  readonly place: string;
}

/** Makes the whole log anew from the entries of the database, and holds it against the store. Changes nothing. */
export async function checkLog(
  database: Statements,
  store: Pick<ObjectStore, 'readNamed' | 'writeNamed' | 'removeNamed'>,
): Promise<LogReport> {
  // In this order: the log may grow meanwhile, in the database before it does in the store.
  const published = await publishedLog(database);
  const unlogged = await countUnlogged(database);
  try {
    const entries = await checkEntries(database, new LogFolder(store), published.size);
    return { entries, unlogged, fault: published.fault, place: '' };
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    return { entries: published.size, unlogged, fault: error.fault, place: error.place };
  }
}

async function checkEntries(database: Statements, folder: LogFolder, published: number): Promise<number> {
  const checkpoint = await folder.checkpoint(await keysOfLog(database));
  const size = checkpoint?.size ?? 0;
  if (size < published) throw new LogStands('older-store');
  if (size > (await countEntries(database))) throw new LogStands('older-database');
  const tree = new GrowingTree();
  await eachStretch(database, { from: 0, to: size }, async (rows) => {
    const tiles = bundlesOf(rows);
    for (const { leafHash } of rows) tiles.push(...tree.append(leafHash));
    await compare(folder, tiles);
  });
  if (checkpoint && !tree.root().equals(checkpoint.root)) throw new LogStands('other-log');
  await compare(folder, tree.edge());
  return size;
}

async function compare(folder: LogFolder, tiles: readonly Tile[]): Promise<void> {
  for (const tile of tiles) if (!(await folder.holds(tile))) throw new LogStands('damaged-tiles', nameOfTile(tile));
}
