import { areEqual, toHex, toText } from '../primitives/bytes';
import { KeyHistory } from '../entries/entry';
import { type Checkpoint, readCheckpoint } from '../notes/checkpoint';
import { isNoteSignedBy, MOST_NOTE_BYTES } from '../notes/signed-note';
import { isSameKey, readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { hashesOf, TILE_WIDTH, tilesOf } from '../tree/tiles';
import { Wrong } from '../primitives/wrong';
import { changesWithin, readChanges } from './changes';
import { continuesFrom } from './consistency';
import { type Break, LogEntries } from './log-entries';
import type { LogSource } from './log-source';
import { GrowingTree, readTile } from './log-tiles';

export interface LogQuestion {
  /** The first key of the log, when the verifier was given it; otherwise the first that the log names. */
  readonly key?: VerifierKey | undefined;
  /** Keys with which the log went on after one was lost, as the office has published them; read only beside `key`. */
  readonly laterKeys?: readonly VerifierKey[] | undefined;
  /** Who must have signed a checkpoint beside the log: the last one, or the last that the witness has seen. */
  readonly witnesses: readonly VerifierKey[];
  /** A checkpoint kept from before. */
  readonly kept?: Uint8Array | undefined;
  /** Without them only hashes are compared: entries are not public. */
  readonly withEntries: boolean;
}

export interface LogAnswer {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly firstKey: VerifierKey;
  /** The key that signed the checkpoint. */
  readonly signingKey: VerifierKey;
  /** Whether the first key, or one that was given, leads to it. */
  readonly isKeyProven: boolean;
  readonly events: number;
  readonly subjects: number;
  readonly keyChanges: number;
  readonly keptSize: number | undefined;
  /** Where it did not go on by itself, in the order of the entries. */
  readonly breaks: readonly Break[];
  /** How many of the entries each witness has signed. */
  readonly witnessed: readonly { readonly witness: VerifierKey; readonly size: number }[];
}

/** Checks a log from its entries to the checkpoint. Throws what is wrong first. */
export async function verifyLog(source: LogSource, question: LogQuestion): Promise<LogAnswer> {
  const checkpoint = await checkpointOf(source);
  const named = await keysNamed(source);
  const firstKey = question.key ?? named[0];
  if (!firstKey) throw new Wrong('keys-missing');
  if (checkpoint.origin !== firstKey.name) {
    throw new Wrong('checkpoint-of-other-log', { origin: checkpoint.origin, expected: firstKey.name });
  }
  const kept = question.kept ? readKept(question.kept, checkpoint) : undefined;
  const tree = new GrowingTree(source, kept?.size ?? 0);
  const history = new KeyHistory(firstKey, question.key && (question.laterKeys ?? []));
  const entries = new LogEntries(source, history, question.withEntries);
  const changes = question.withEntries ? [] : await readChanges(source);

  for (const tile of tilesOf(0, checkpoint.size)) {
    const stored = hashesOf(await readTile(source, tile));
    if (question.withEntries) await entries.check(tile, stored, (leaves) => tree.wouldAgree(leaves, checkpoint));
    const from = tile.number * TILE_WIDTH;
    for (const { index, entry } of changesWithin(changes, { from, hashes: stored })) await entries.take(entry, index);
    await tree.add(stored);
  }
  const root = await tree.finish();
  if (!areEqual(root, checkpoint.root)) {
    if (!tree.disagreement) throw new Wrong('root-differs', { size: checkpoint.size });
    const { from, to } = tree.disagreement;
    throw new Wrong('entries-rewritten', { from, to });
  }
  if (tree.disagreement) throw new Wrong('tile-changed', { path: tree.disagreement.path });

  for (const { index, checkpoint: before } of entries.signedBefore) {
    if (!(await continuesFrom(source, before, checkpoint))) throw new Wrong('lost-key-differs', { index });
  }

  // Where the entries cannot be read, an older office does not show when the keys changed: one of those that are named has signed.
  const candidates = (size: number) => [history.keyFor(size), ...(question.withEntries || question.key ? [] : named)];
  const signingKey = await signerAmong(candidates(checkpoint.size), checkpoint);
  if (!signingKey) throw new Wrong('checkpoint-unsigned', { key: (candidates(checkpoint.size)[0] ?? firstKey).text });
  if (kept) {
    if (!(await signerAmong(candidates(kept.size), kept))) throw new Wrong('kept-unsigned');
    if (!areEqual(tree.rootOfEarlierSize() ?? root, kept.root)) throw new Wrong('kept-differs', { size: kept.size });
  }
  const witnessed: { witness: VerifierKey; size: number }[] = [];
  for (const witness of question.witnesses) {
    const isSigned = await isNoteSignedBy(checkpoint.note, witness);
    const seen = isSigned ? checkpoint : await lastWitnessed(source, { witness, checkpoint, candidates });
    witnessed.push({ witness, size: Math.min(seen.size, checkpoint.size) });
  }
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: toHex(root),
    firstKey,
    signingKey,
    isKeyProven: isSameKey(signingKey, history.keyFor(checkpoint.size)),
    breaks: entries.breaks,
    witnessed,
    events: entries.events,
    subjects: entries.subjects,
    keyChanges: history.count - 1,
    keptSize: kept?.size,
  };
}

/** The last checkpoint that this witness has signed. It comes seconds after the log, which may have grown since it was asked for. */
async function lastWitnessed(
  source: LogSource,
  {
    witness,
    checkpoint,
    candidates,
  }: {
    readonly witness: VerifierKey;
    readonly checkpoint: Checkpoint;
    readonly candidates: (size: number) => readonly VerifierKey[];
  },
): Promise<Checkpoint> {
  const bytes = await source.read('witnessed', MOST_NOTE_BYTES);
  const seen = bytes && readCheckpoint(bytes);
  if (!seen || !(await isNoteSignedBy(seen.note, witness)))
    throw new Wrong('cosignature-missing', { key: witness.text });
  const isOfLog = seen.origin === checkpoint.origin && (await signerAmong(candidates(seen.size), seen)) !== undefined;
  if (!isOfLog || !(await areOfOneLog(source, seen, checkpoint)))
    throw new Wrong('witnessed-differs', { size: seen.size });
  return seen;
}

/** Whether the larger one continues the other; it does not when hashes are missing that would show it. */
async function areOfOneLog(source: LogSource, one: Checkpoint, other: Checkpoint): Promise<boolean> {
  const [earlier, later] = one.size <= other.size ? [one, other] : [other, one];
  try {
    return await continuesFrom(source, earlier, later);
  } catch (error) {
    if (error instanceof Wrong && error.code !== 'target-unreadable') return false;
    throw error;
  }
}

async function checkpointOf(source: LogSource): Promise<Checkpoint> {
  const bytes = await source.read('checkpoint', MOST_NOTE_BYTES);
  if (!bytes) throw new Wrong('checkpoint-missing');
  const checkpoint = readCheckpoint(bytes);
  if (!checkpoint) throw new Wrong('checkpoint-unreadable', { path: 'checkpoint' });
  return checkpoint;
}

/** The keys that the log itself names, the first one first. */
async function keysNamed(source: LogSource): Promise<VerifierKey[]> {
  const text = toText((await source.read('keys', MOST_NOTE_BYTES)) ?? new Uint8Array()) ?? '';
  return text.split('\n').flatMap((line) => {
    const key = readVerifierKey(line);
    return key?.kind === 1 ? [key] : [];
  });
}

function readKept(bytes: Uint8Array, now: Checkpoint): Checkpoint {
  const kept = readCheckpoint(bytes);
  if (!kept) throw new Wrong('kept-unreadable');
  if (kept.origin !== now.origin) {
    throw new Wrong('checkpoint-of-other-log', { origin: now.origin, expected: kept.origin });
  }
  if (kept.size > now.size) throw new Wrong('kept-larger', { kept: kept.size, size: now.size });
  return kept;
}

async function signerAmong(keys: readonly VerifierKey[], { note }: Checkpoint): Promise<VerifierKey | undefined> {
  for (const key of keys) if (await isNoteSignedBy(note, key)) return key;
  return undefined;
}
