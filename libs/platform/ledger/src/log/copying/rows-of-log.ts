import { HASH_BYTES, hashOfLeaf } from '../tree/hashes';
import type { RowsOfLog } from './check-copy';
import { entryOfEvent } from './entry-of-event';

/** The rows do not agree with each other about an entry of the log; null: about an event that has none. */
export class RowsDisagree extends Error {
  constructor(readonly place: number | null) {
    super(`entry ${place ?? 'of an event without one'}`);
    this.name = new.target.name;
  }
}

/** One row, its columns as text. */
type Columns = readonly (string | null)[];

/** The rows of a table, of each these columns as PostgreSQL writes them as text. */
export type RowReader = (table: string, columns: readonly string[]) => AsyncIterable<Columns>;

/**
 * What the rows of a backup say of its log: every event is logged as it stands there, or waits for the log.
 * @throws RowsDisagree
 */
export async function rowsOfLog(read: RowReader, takenAt: Date): Promise<RowsOfLog> {
  const entries = new Entries();
  for await (const [index, eventId, text, hash] of read('log_entry', ['index', 'event_id', 'text', 'leaf_hash']))
    entries.add(Number(index), { eventId: eventId ?? null, text: text ?? null, hash: bytesOf(hash) });
  const waiting = new Set<string>();
  for await (const [eventId] of read('log_waiting', ['event_id'])) waiting.add(eventId ?? '');
  for await (const event of read('event', EVENT)) if (!waiting.has(event[0] ?? '')) entries.takeEvent(event);
  const keys = [];
  for await (const [number, written, signsFrom] of read('log_key', ['number', 'written', 'signs_from']))
    keys.push({ number: Number(number), written: written ?? '', signsFrom: Number(signsFrom) });
  let published: RowsOfLog['published'] = { size: 0, root: Buffer.alloc(0) };
  for await (const [size, root] of read('published_log', ['size', 'root']))
    published = { size: Number(size), root: bytesOf(root) };
  return {
    keys: keys.toSorted((one, other) => one.number - other.number),
    published,
    ...entries.whole(),
    takenAt,
  };
}

const EVENT = ['id', 'subject_kind', 'subject_id', 'sequence', 'previous_hash', 'hash'];

const bytesOf = (text: string | null | undefined): Buffer => Buffer.from((text ?? '').slice('\\x'.length), 'hex');

interface Entry {
  readonly eventId: string | null;
  readonly text: string | null;
  readonly hash: Buffer;
}

/** The entries of the log, in whichever order they come. */
class Entries {
  private readonly hashes: Buffer[] = [];
  private readonly own: { index: number; text: string }[] = [];
  private readonly ofEvents = new Map<string, number>();

  add(index: number, { eventId, text, hash }: Entry): void {
    const isWrong = hash.length !== HASH_BYTES || (text !== null && !hashOfLeaf(Buffer.from(text)).equals(hash));
    if (isWrong) throw new RowsDisagree(index);
    this.hashes[index] = hash;
    if (eventId !== null) this.ofEvents.set(eventId, index);
    if (text !== null && !text.startsWith('patravali entry ')) this.own.push({ index, text });
  }

  takeEvent([id, subjectKind, subjectId, sequence, previous, hash]: Columns): void {
    const index = this.ofEvents.get(id ?? '');
    if (index === undefined) throw new RowsDisagree(null);
    const text = entryOfEvent({
      id: id ?? '',
      subjectKind: subjectKind ?? '',
      subjectId: subjectId ?? '',
      sequence: sequence ?? '',
      previousHash: bytesOf(previous).toString('hex'),
      hash: bytesOf(hash).toString('hex'),
    });
    if (!this.hashes[index]?.equals(hashOfLeaf(Buffer.from(text)))) throw new RowsDisagree(index);
    this.ofEvents.delete(id ?? '');
  }

  /** @throws RowsDisagree when one is missing, or an event of one. */
  whole(): Pick<RowsOfLog, 'leaves' | 'own'> {
    const [unmet] = this.ofEvents.values();
    if (unmet !== undefined) throw new RowsDisagree(unmet);
    const gap = Array.from(this.hashes.keys()).find((index) => !(index in this.hashes));
    if (gap !== undefined) throw new RowsDisagree(gap);
    return {
      leaves: Buffer.concat(this.hashes),
      own: this.own.toSorted((one, other) => one.index - other.index),
    };
  }
}
