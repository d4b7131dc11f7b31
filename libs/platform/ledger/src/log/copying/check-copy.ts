import type { Checkpoint } from '../notes/checkpoint';
import { timesOfCosignatures } from '../notes/cosignatures';
import { readKey } from '../notes/note-keys';
import { CHANGES, CHECKPOINT, KEYS, LogFolder, type LogStore, signedInTurn, WITNESSED } from '../keeping/log-folder';
import { LogStands } from '../keeping/log-fault';
import { entriesIn } from '../keeping/entries';
import type { KeyRow, OwnRow } from '../keeping/log-rows';
import { MOST_BUNDLE_BYTES } from '../resuming/store-entries';
import { GrowingTree } from '../tree/growing-tree';
import { HASH_BYTES, hashOfLeaf } from '../tree/hashes';
import { nameOfTile, TILE_WIDTH } from '../tree/tiles';

/** By so much may the clock of a witness be ahead of the database's. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** What the rows of a backup say of the log. */
export interface RowsOfLog {
  readonly keys: readonly KeyRow[];
  /** What was known to be published. */
  readonly published: Pick<Checkpoint, 'size' | 'root'>;
  /** The hashes of all entries, one after the other. */
  readonly leaves: Buffer;
  /** The entries of the log itself. */
  readonly own: readonly OwnRow[];
  readonly takenAt: Date;
}

/**
 * Why a copied log does not fit the rows beside it. `damaged`: a file of it is missing or not what follows from the entries.
 * `other-log`: no key of the rows has signed its checkpoint. `ahead`: it holds more entries than the rows. `behind`: it lacks what
 * the rows know to be published. `other-entry`: an entry is not the one of the rows. `later-witness`: a witness signed it after the
 * rows were read.
 */
export type Misfit = 'damaged' | 'other-log' | 'ahead' | 'behind' | 'other-entry' | 'later-witness';

export class LogMisfit extends Error {
  constructor(
    readonly misfit: Misfit,
    readonly facts: Readonly<Record<string, string | number>>,
  ) {
    super(misfit);
    this.name = new.target.name;
  }
}

/**
 * Whether a log fits the rows beside which it lies: then whoever has its key goes on with it. Each entry must be that of the rows,
 * each tile and the root follow from them, and the key have signed that the rows name.
 * @returns how many entries it has.
 * @throws LogMisfit
 */
export async function checkCopy(store: LogStore, rows: RowsOfLog): Promise<number> {
  const folder = new LogFolder(store);
  const note = await folder.note();
  if (note === null) throw new LogMisfit('damaged', { file: CHECKPOINT });
  const checkpoint = signedInTurn(note, rows.keys);
  if (!checkpoint) throw new LogMisfit('other-log', { origin: note.split('\n', 1)[0] ?? '', own: nameOf(rows) });
  const [{ size }, entries] = [checkpoint, rows.leaves.length / HASH_BYTES];
  if (size > entries) throw new LogMisfit('ahead', { size, entries });
  if (size < rows.published.size) throw new LogMisfit('behind', { size, published: rows.published.size });
  const witnessed = (await store.readNamed(WITNESSED))?.toString('utf8') ?? null;
  const seen = witnessed === null ? null : signedInTurn(witnessed, rows.keys);
  const roots = await rootsOf(folder, size, { rows, sizes: [size, seen?.size ?? size] });
  if (!roots.get(size)?.equals(checkpoint.root)) throw new LogMisfit('damaged', { file: CHECKPOINT });
  if (witnessed !== null) checkWitnessed(witnessed, seen, { roots, takenAt: rows.takenAt });
  await checkOthers(folder, size, rows);
  return size;
}

const nameOf = ({ keys: [first] }: RowsOfLog): string => (first ? readKey(first.written).name : '–');

/** The roots of the tree at these sizes. */
async function rootsOf(
  folder: LogFolder,
  size: number,
  { rows, sizes }: { readonly rows: RowsOfLog; readonly sizes: readonly number[] },
): Promise<Map<number, Buffer>> {
  const tree = new GrowingTree();
  const roots = new Map<number, Buffer>();
  while (tree.size < size) {
    const full = [];
    for (const leaf of await leavesAt(folder, tree.size, size)) {
      const expected = rows.leaves.subarray(tree.size * HASH_BYTES, (tree.size + 1) * HASH_BYTES);
      if (!leaf.equals(expected)) throw new LogMisfit('other-entry', { place: tree.size });
      full.push(...tree.append(leaf));
      if (sizes.includes(tree.size)) roots.set(tree.size, tree.root());
    }
    for (const tile of tree.size < size ? full : [...full, ...tree.edge()])
      if (!(await folder.holds(tile))) throw new LogMisfit('damaged', { file: nameOfTile(tile) });
  }
  return roots;
}

/** The hashes of the entries of the bundle that begins here. */
async function leavesAt(folder: LogFolder, from: number, size: number): Promise<Buffer[]> {
  const width = Math.min(TILE_WIDTH, size - from);
  const place = { level: 'entries' as const, index: from / TILE_WIDTH, width };
  const bundle = entriesIn(await folder.bytesAt(place, MOST_BUNDLE_BYTES));
  if (bundle.length !== width) throw new LogMisfit('damaged', { file: nameOfTile(place) });
  return bundle.map(hashOfLeaf);
}

function checkWitnessed(
  note: string,
  seen: Checkpoint | null,
  { roots, takenAt }: { readonly roots: ReadonlyMap<number, Buffer>; readonly takenAt: Date },
): void {
  if (!seen || !roots.get(seen.size)?.equals(seen.root)) throw new LogMisfit('damaged', { file: WITNESSED });
  const late = timesOfCosignatures(note).find((time) => time.getTime() > takenAt.getTime() + CLOCKS_DIFFER_MS);
  if (late) throw new LogMisfit('later-witness', { time: late.toISOString() });
}

/** What was known to be published, from its own tiles, with which the log goes on; and what is told to strangers. */
async function checkOthers(folder: LogFolder, size: number, { keys, own, published }: RowsOfLog): Promise<void> {
  await folder.tree(published).catch((error: unknown) => {
    if (!(error instanceof LogStands)) throw error;
    throw new LogMisfit('damaged', { file: error.place || CHECKPOINT });
  });
  if (!(await folder.holdsKeys(keys.filter(({ signsFrom }) => signsFrom <= size))))
    throw new LogMisfit('damaged', { file: KEYS });
  if (!(await folder.holdsChanges(own.filter(({ index }) => index < size))))
    throw new LogMisfit('damaged', { file: CHANGES });
}
