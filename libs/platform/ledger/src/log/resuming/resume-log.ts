import type { Checkpoint } from '../notes/checkpoint';
import { readKey } from '../notes/note-keys';
import { keyIn, lossEntry, lostKeyEntry } from '../notes/own-entries';
import { eachStretch } from '../keeping/entries';
import { LogStands } from '../keeping/log-fault';
import { type LogFolder, signedInTurn } from '../keeping/log-folder';
import {
  countEntries,
  type KeyRow,
  keysOfLog,
  notePublished,
  organisationsWithEvents,
  type Published,
  type Statements,
  takeEntries,
} from '../keeping/log-rows';
import type { LogSecret } from '../keeping/log-secret';
import { GrowingTree } from '../tree/growing-tree';
import { EMPTY_ROOT, hashOfLeaf } from '../tree/hashes';
import { type Lost, lostAmong } from './lost-events';
import { entriesInStore } from './store-entries';
import { tellOfResumption } from './tell-of-restore';

/** What keeps a log from going on, and whether it was mended. */
export interface Resumption extends Lost {
  /** Entries that the database lacked and the store had. */
  readonly restored: number;
  /** The file holds another key than the one that signs, or none. */
  readonly isKeyLost: boolean;
  /** The store lacks the checkpoint that was published last. */
  readonly isStoreOlder: boolean;
  /** Tiles that follow from the entries were missing or damaged. */
  readonly areTilesDamaged: boolean;
  /** The key with which the log goes on, in its written form; null when it keeps its own. */
  readonly key: string | null;
  readonly isDone: boolean;
}

export interface ResumeOptions {
  readonly folder: LogFolder;
  readonly secret: LogSecret;
  /** What the witness of the log has signed last, if it is known. */
  readonly witnessed: string | null;
  /** One line, which the log bears for good. Null: nothing is given up, so that a person may be told first. */
  readonly reason: string | null;
  /** Whether the store holds all tiles that the entries give. */
  readonly hasTiles: () => Promise<boolean>;
}

/**
 * Lets a log go on that stands, in one commit: before it the log stands as it did, after it whoever publishes goes on. Entries that
 * the store alone still has are taken back; which of their events are lost, and that a key is, the log itself says from then on.
 * What follows from the entries is written anew by whoever publishes next.
 * @throws LogStands when database and store contradict each other: then somebody changed one of them.
 */
export async function resumeLog(tx: Statements, published: Published, options: ResumeOptions): Promise<Resumption> {
  const found = await lookAt(tx, published, options);
  const isGivenUp = found.lost.length > 0 || found.isKeyLost || found.isStoreOlder;
  const isNeeded = isGivenUp || found.restored > 0 || found.areTilesDamaged;
  const outcome = { ...found, key: null, isDone: false };
  if (!isNeeded || (isGivenUp && options.reason === null)) return outcome;
  return { ...outcome, key: await goOn(tx, found, options), isDone: true };
}

interface Found extends Omit<Resumption, 'key' | 'isDone'> {
  /** How the log is called; null before it has begun. */
  readonly name: string | null;
  readonly entries: number;
  readonly tail: readonly string[];
  readonly note: string | null;
  readonly checkpoint: Checkpoint | null;
}

async function lookAt(tx: Statements, published: Published, options: ResumeOptions): Promise<Found> {
  const { folder, secret } = options;
  const known = await keysOfLog(tx);
  const entries = await countEntries(tx);
  const note = await folder.note();
  const tail = known.length > 0 ? await entriesInStore(folder, entries, sizeIn(note ?? '')) : [];
  const { keys, isProven } = keysWith(known, tail, entries);
  const checkpoint = note === null ? null : signedInTurn(note, keys);
  if (note !== null && !checkpoint) throw new LogStands('other-log');
  await compare(tx, { entries, tail, trees: treesOf(published, checkpoint, options.witnessed, keys) });
  const last = keys.at(-1);
  const isKeyLost = last !== undefined && !(await secret.holds(last.written));
  // Nobody but who has it says that it replaced a lost one.
  if (isKeyLost && !isProven) throw new LogStands('no-key');
  const isStoreOlder = (checkpoint?.size ?? 0) < published.size;
  return {
    name: last ? readKey(last.written).name : null,
    entries,
    tail,
    note,
    checkpoint,
    restored: tail.length,
    isKeyLost,
    isStoreOlder,
    areTilesDamaged: tail.length === 0 && !isStoreOlder && !(await options.hasTiles()),
    ...(await lostAmong(tx, tail, entries)),
  };
}

/** As a note says it that nobody has looked at yet. */
const sizeIn = (note: string): number => Number(/^[^\n]*\n(0|[1-9]\d{0,14})\n/.exec(note)?.[1] ?? 0);

/** The keys that the database knows, and those that entries announce which it lacks. */
function keysWith(known: readonly KeyRow[], tail: readonly string[], from: number) {
  const keys = [...known];
  let isProven = true;
  for (const [at, entry] of tail.entries()) {
    const next = keyIn(entry, keys.at(-1)?.written ?? '');
    if (!next) continue;
    keys.push({ written: next.written, signsFrom: from + at + 1 });
    isProven &&= next.isSigned;
  }
  return { keys, isProven };
}

interface Tree {
  readonly size: number;
  readonly root: Buffer;
  /** That the log is not the one with this tree. */
  readonly otherwise: LogStands;
}

function treesOf(
  published: Published,
  checkpoint: Checkpoint | null,
  witnessed: string | null,
  keys: readonly KeyRow[],
): Tree[] {
  const other = new LogStands('other-log');
  const olderThanWitness = new LogStands('older-than-witness');
  const seen = witnessed === null ? null : signedInTurn(witnessed, keys);
  if (witnessed !== null && !seen) throw olderThanWitness;
  return [
    { ...published, otherwise: other },
    ...(checkpoint ? [{ ...checkpoint, otherwise: other }] : []),
    ...(seen ? [{ ...seen, otherwise: olderThanWitness }] : []),
  ];
}

/** Whether the entries give these trees. */
async function compare(
  tx: Statements,
  { entries, tail, trees }: { readonly entries: number; readonly tail: readonly string[]; readonly trees: Tree[] },
): Promise<void> {
  const tree = new GrowingTree();
  const roots = new Map<number, Buffer>([[0, EMPTY_ROOT]]);
  const append = (leaf: Buffer): void => {
    tree.append(leaf);
    if (trees.some(({ size }) => size === tree.size)) roots.set(tree.size, tree.root());
  };
  await eachStretch(tx, { from: 0, to: entries }, (rows) => {
    for (const { leafHash } of rows) append(leafHash);
  });
  for (const entry of tail) append(hashOfLeaf(Buffer.from(entry)));
  for (const { size, root, otherwise } of trees) if (!roots.get(size)?.equals(root)) throw otherwise;
}

/** @returns the new key, if the one before it is lost. */
async function goOn(tx: Statements, found: Found, { secret, reason }: ResumeOptions): Promise<string | null> {
  const { entries, tail, checkpoint, note, name, lost, isKeyLost, isStoreOlder, areTilesDamaged } = found;
  const told = { at: new Date(), reason: reason ?? '' };
  await takeEntries(tx, tail);
  // What was published: either all that is in the store, or nothing, so that all is written anew.
  if (isStoreOlder || areTilesDamaged) await notePublished(tx, 0, EMPTY_ROOT);
  else if (checkpoint && tail.length > 0) await notePublished(tx, checkpoint.size, checkpoint.root);
  const key = isKeyLost && name !== null ? await secret.replace(name) : null;
  await takeEntries(tx, [
    // The last first: each loses the last events of their subjects.
    ...lost.toReversed().map((stretch) => lossEntry(stretch, told)),
    ...(isStoreOlder ? [lossEntry({ from: entries, to: null }, told)] : []),
    ...(key === null ? [] : [lostKeyEntry(key, note, told)]),
  ]);
  const { restored: restoredEntries, lostEvents } = found;
  for (const organisationId of await organisationsWithEvents(tx))
    await tellOfResumption(tx, organisationId, { reason, restoredEntries, lostEvents });
  return key;
}
