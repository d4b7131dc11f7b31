import type { Subjects } from '../../subjects';
import type { Checkpoint } from '../notes/checkpoint';
import { LogFolder, type LogStore, signedInTurn } from '../sequencing/log-folder';
import { LogStands } from '../sequencing/log-fault';
import { type KeyRow, keysOfLog, type Statements } from '../sequencing/log-rows';
import { hashOfLeaf } from '../tree/hashes';
import { inclusionProof } from '../tree/proofs';
import { type EventRow, eventsOf, keyEntries } from './subject-rows';
import { Subtrees } from './subtrees';

/** An event as a stranger checks it (docs/proof.md, "A bundle"). */
export interface ProvenEvent extends Pick<
  EventRow,
  'id' | 'subjectKind' | 'subjectId' | 'sequence' | 'name' | 'contentHash' | 'form' | 'entry'
> {
  /** c2sp.org/tlog-proof. */
  readonly proof: string;
}

export interface ProvenKey {
  readonly entry: string;
  readonly proof: string;
}

export interface ProvenSubjects {
  /** The first key of the log, in its written form. */
  readonly firstKey: string;
  readonly events: readonly ProvenEvent[];
  /** The changes of key up to the checkpoint, in their order. */
  readonly keys: readonly ProvenKey[];
}

/**
 * All events of these subjects with their proofs, against one checkpoint that covers them: one that the witness has signed too, if it does.
 * @param isPatient where there is a witness, only with its signature.
 * @returns null while the last of them is not published.
 * @throws LogStands when the log is not what was recorded.
 */
export async function proveSubjects(
  database: Statements,
  store: LogStore,
  { isPatient, ...subjects }: Subjects & { readonly isPatient: boolean },
): Promise<ProvenSubjects | null> {
  const rows = (await eventsOf(database, subjects)).map(logged);
  const size = rows.reduce((most, row) => Math.max(most, (row?.index ?? 0) + 1), 0);
  const folder = new LogFolder(store);
  const [best, ...others] = await folder.notes();
  const notes = best === undefined ? [] : isPatient ? [best] : [best, ...others];
  // Asked after the notes: whoever has signed one is among them.
  const keys = await keysOfLog(database);
  const [firstKey] = keys;
  const covering = noteOver(notes, size, keys);
  if (!firstKey || !covering || rows.includes(null)) return null;
  const prove = proverOf(folder, covering);
  const events: ProvenEvent[] = [];
  for (const row of rows) if (row) events.push({ ...row, proof: await prove(row.index) });
  const changes: ProvenKey[] = [];
  for (const { index, text } of await keyEntries(database, covering.checkpoint.size)) {
    changes.push({ entry: text, proof: await prove(index) });
  }
  return { firstKey: firstKey.written, events, keys: changes };
}

type LoggedRow = EventRow & { readonly index: number };

/** Null while it waits. @throws LogStands when it is not the event that was logged. */
function logged(row: EventRow): LoggedRow | null {
  const { index, leafHash, entry } = row;
  if (index === null || leafHash === null) return null;
  if (!hashOfLeaf(Buffer.from(entry)).equals(leafHash)) throw new LogStands('changed-event', String(index));
  return { ...row, index };
}

interface SignedCheckpoint {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** @throws LogStands */
function signed(note: string, keys: readonly KeyRow[]): SignedCheckpoint {
  const checkpoint = signedInTurn(note, keys);
  if (!checkpoint) throw new LogStands('other-log');
  return { note, checkpoint };
}

function noteOver(notes: readonly string[], size: number, keys: readonly KeyRow[]): SignedCheckpoint | undefined {
  return notes.map((note) => signed(note, keys)).find(({ checkpoint }) => checkpoint.size >= size);
}

function proverOf(folder: LogFolder, { note, checkpoint: { size } }: SignedCheckpoint) {
  const subtrees = new Subtrees(folder, size);
  return async (index: number): Promise<string> => {
    const hashes = await inclusionProof(index, size, (height, at) => subtrees.hash(height, at));
    const lines = hashes.map((hash) => `${hash.toString('base64')}\n`).join('');
    return `c2sp.org/tlog-proof@v1\nindex ${index}\n${lines}\n${note}`;
  };
}
