import { type LostEntry, lostOfSubjects } from '../losses';
import type { Checkpoint } from '../notes/checkpoint';
import { eventOf } from '../notes/own-entries';
import { LogFolder, type LogStore, signedInTurn } from '../keeping/log-folder';
import { LogStands } from '../keeping/log-fault';
import { type KeyRow, keysOfLog, type Statements } from '../keeping/log-rows';
import { hashOfLeaf } from '../tree/hashes';
import { inclusionProof } from '../tree/proofs';
import { type EventRow, keyEntries, type PlaceRow, placesOf } from './subject-rows';
import { Subtrees } from './subtrees';

/** An event as a stranger checks it (docs/proof.md, "A bundle"). */
export interface ProvenEvent extends EventRow {
  /** c2sp.org/tlog-proof. */
  readonly proof: string;
}

/** An entry that is of no event which is there. */
export interface ProvenEntry {
  readonly entry: string;
  readonly proof: string;
}

/** What the office has lost of some subjects. */
export interface ProvenLosses {
  readonly events: readonly (ProvenEntry & { readonly id: string })[];
  /** The entries that say so, each with how many of these events it is about. */
  readonly told: readonly (ProvenEntry & { readonly at: string; readonly reason: string; readonly events: number })[];
}

export interface ProvenEvents {
  /** The first key of the log, in its written form. */
  readonly firstKey: string;
  readonly events: readonly ProvenEvent[];
  /** The changes of key up to the checkpoint, in their order. */
  readonly keys: readonly ProvenEntry[];
  readonly lost: ProvenLosses;
}

export interface ToProve {
  readonly events: readonly EventRow[];
  /** What these have lost is told. */
  readonly subjectIds: readonly string[];
  /** Where there is a witness, only with its signature. */
  readonly isPatient: boolean;
}

/**
 * These events with their proofs, against one checkpoint that covers them: one that the witness has signed too, if it does.
 * @returns null while the last of them is not published.
 * @throws LogStands when the log is not what was recorded.
 */
export async function proveEvents(
  database: Statements,
  store: LogStore,
  { events, subjectIds, isPatient }: ToProve,
): Promise<ProvenEvents | null> {
  const places = await placesOf(
    database,
    events.map(({ id }) => id),
  );
  const rows = events.map((event) => logged(event, places.get(event.id)));
  const lost = await lostOfSubjects(database, subjectIds);
  const indexes = [...rows.map((row) => row?.index ?? 0), ...lost.map(({ loss }) => loss.index)];
  const size = indexes.reduce((most, index) => Math.max(most, index + 1), 0);
  const folder = new LogFolder(store);
  const [best, ...others] = await folder.notes();
  const notes = best === undefined ? [] : isPatient ? [best] : [best, ...others];
  // Asked after the notes: whoever has signed one is among them.
  const keys = await keysOfLog(database);
  const [firstKey] = keys;
  const covering = noteOver(notes, size, keys);
  if (!firstKey || !covering || rows.includes(null)) return null;
  const prove = proverOf(folder, covering);
  const proven: ProvenEvent[] = [];
  for (const row of rows) if (row) proven.push({ ...row.event, proof: await prove(row.index) });
  const changes: ProvenEntry[] = [];
  for (const { index, text } of await keyEntries(database, covering.checkpoint.size)) {
    changes.push({ entry: text, proof: await prove(index) });
  }
  return { firstKey: firstKey.written, events: proven, keys: changes, lost: await provenLosses(lost, prove) };
}

async function provenLosses(
  lost: readonly LostEntry[],
  prove: (index: number) => Promise<string>,
): Promise<ProvenLosses> {
  const events: ProvenLosses['events'][number][] = [];
  const told: ProvenLosses['told'][number][] = [];
  for (const { index, text } of lost) events.push({ id: eventOf(text) ?? '', entry: text, proof: await prove(index) });
  for (const { index, text, at, reason } of new Set(lost.map(({ loss }) => loss))) {
    const count = lost.filter(({ loss }) => loss.index === index).length;
    told.push({ entry: text, proof: await prove(index), at: new Date(at).toISOString(), reason, events: count });
  }
  return { events, told };
}

/** Null while it waits. @throws LogStands when it is not the event that was logged. */
function logged(
  event: EventRow,
  place: PlaceRow | undefined,
): { readonly event: EventRow; readonly index: number } | null {
  if (!place) return null;
  if (!hashOfLeaf(Buffer.from(event.entry)).equals(place.leafHash)) {
    throw new LogStands('changed-event', String(place.index));
  }
  return { event, index: place.index };
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
