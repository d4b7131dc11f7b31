import { areEqual, toHex, toText } from '../bytes';
import { KeyHistory } from '../entries/entry';
import { type Checkpoint, readCheckpoint } from '../notes/checkpoint';
import { isNoteSignedBy, MOST_NOTE_BYTES } from '../notes/signed-note';
import { isSameKey, readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { hashesOf, tilesOf } from '../tree/tiles';
import { Wrong } from '../wrong';
import { LogEntries } from './log-entries';
import type { LogSource } from './log-source';
import { GrowingTree, readTile } from './log-tiles';

export interface LogQuestion {
  /** The first key of the log, when the verifier was given it; otherwise the first that the log names. */
  readonly key?: VerifierKey | undefined;
  /** Who must have signed the checkpoint beside the log. */
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
  readonly events: number;
  readonly subjects: number;
  readonly keyChanges: number;
  readonly keptSize: number | undefined;
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
  const history = new KeyHistory(firstKey);
  const entries = new LogEntries(source, history);

  for (const tile of tilesOf(0, checkpoint.size)) {
    const stored = hashesOf(await readTile(source, tile));
    if (question.withEntries) await entries.check(tile, stored, (leaves) => tree.wouldAgree(leaves, checkpoint));
    await tree.add(stored);
  }
  const root = await tree.finish();
  if (!areEqual(root, checkpoint.root)) {
    const { from, to } = tree.disagreement ?? {};
    if (from === undefined || to === undefined) throw new Wrong('root-differs', { size: checkpoint.size });
    throw new Wrong('entries-rewritten', { from, to });
  }
  if (tree.disagreement) throw new Wrong('tile-changed', { path: tree.disagreement.path });

  // Where the entries cannot be read, nobody knows when the keys changed: one of those that are named has signed.
  const candidates = (size: number) =>
    question.withEntries ? [history.keyFor(size)] : question.key ? [question.key] : named;
  const signingKey = await signerAmong(candidates(checkpoint.size), checkpoint);
  if (!signingKey) throw new Wrong('checkpoint-unsigned', { key: (candidates(checkpoint.size)[0] ?? firstKey).text });
  if (kept) {
    if (!(await signerAmong(candidates(kept.size), kept))) throw new Wrong('kept-unsigned');
    if (!areEqual(tree.rootOfEarlierSize() ?? root, kept.root)) throw new Wrong('kept-differs', { size: kept.size });
  }
  for (const witness of question.witnesses) {
    if (!(await isNoteSignedBy(checkpoint.note, witness)))
      throw new Wrong('cosignature-missing', { key: witness.text });
  }
  return {
    ...{ origin: checkpoint.origin, size: checkpoint.size, root: toHex(root), firstKey, signingKey },
    ...{ events: entries.events, subjects: entries.subjects, keyChanges: history.count - 1, keptSize: kept?.size },
  };
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
  const keys = text.split('\n').filter(Boolean).map(readVerifierKey);
  const own = keys.filter((key) => key?.kind === 1).filter((key) => key !== undefined);
  return own.filter((key, at) => own.findIndex((other) => isSameKey(key, other)) === at);
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
