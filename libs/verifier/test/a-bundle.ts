import { deflateRawSync } from 'node:zlib';
import {
  checkpointText,
  entriesOf,
  entryText,
  keyEntryText,
  type LogKey,
  lossEntryText,
  lostKeyEntryText,
  NONE,
  ORIGIN,
  proofText,
  sha256,
  signedNote,
  uuid,
  write,
  type WrittenEvent,
} from './a-log';
import { anEvent, type EventValues, formOf } from './an-event';
import { naiveRoot } from './naive-tree';

/** The files of an evidence bundle by their paths. */
export type BundleFiles = Map<string, Buffer>;

const hex = (bytes: Uint8Array | string) => sha256(bytes).toString('hex');
export const DOCUMENT = Buffer.from('%PDF-1.7 a document');

/**
 * A bundle of one file with three events and one receipt with one, among other entries of the log; the key changed as often
 * as there are further keys, before the proofs were made. `times` are those of the events, where they matter.
 */
export function aBundle(keys: readonly [LogKey, ...LogKey[]], times: readonly string[] = []): BundleFiles {
  const bundle = new BundleUnderWay();
  const at = (told: number) => (times[told] === undefined ? {} : { at: times[told] });
  const contents = [undefined, hex(DOCUMENT), 'e'.repeat(64)];
  bundle.addEvents(
    `file ${uuid(0xf1)}`,
    0xa0,
    contents.map((content, told) => ({ content, ...at(told) })),
  );
  for (const [index, key] of keys.slice(1).entries()) bundle.addKey(keys[index] ?? key, key, index + 1);
  bundle.addEvents(`receipt ${uuid(0xf2)}`, 0xb0, [at(contents.length)]);
  bundle.prove(keys.at(-1) ?? keys[0]);
  bundle.put(`documents/${hex(DOCUMENT)}.pdf`, DOCUMENT);
  bundle.put('index.html', '<p>for people</p>');
  list(bundle.files, keys[0].vkey);
  return bundle.files;
}

/** What an event says, and the lines of the rows that were written with it. */
type WrittenValues = Partial<EventValues> & { readonly encoding?: 0 | 1 | 2; readonly lines?: string };

/** A bundle that is being made, among other entries of the log. */
export class BundleUnderWay {
  readonly files: BundleFiles = new Map();
  private readonly entries = entriesOf(5);
  private readonly indexes = new Map<string, number>();
  private readonly heads = new Map<string, { sequence: number; hash: string }>();

  /** How many entries the log has by now. */
  get size(): number {
    return this.entries.length;
  }

  /** The last event of a subject. */
  headOf(subject: string): { sequence: number; hash: string } {
    return this.heads.get(subject) ?? { sequence: 0, hash: NONE };
  }

  /** What the log has signed until now. */
  note(key: LogKey, size = this.size, origin = ORIGIN): string {
    return signedNote(checkpointText(size, naiveRoot(this.entries.slice(0, size)), origin), key);
  }

  put(path: string, text: string | Buffer): void {
    this.files.set(path, Buffer.from(text));
  }

  /** The next events of a subject; the first of all was chained afterwards, if not said otherwise. */
  addEvents(subject: string, first: number, events: readonly WrittenValues[]): void {
    for (const [at, { encoding, lines, ...event }] of events.entries()) {
      const { sequence: last, hash: previous } = this.headOf(subject);
      const [id, sequence] = [uuid(first + at), last + 1];
      const rows = lines === undefined ? undefined : hex(lines);
      const values = { previous, id, subject, sequence: String(sequence), rows, ...event };
      const form = formOf(anEvent(values), encoding ?? (sequence === 1 ? 0 : 1));
      this.put(`events/${subject.replace(' ', '-')}/${String(sequence).padStart(6, '0')}.event`, form);
      if (lines !== undefined) this.put(`rows/${id}.rows`, lines);
      this.addEntry('entries', 'proofs', id, entryText({ id, subject, sequence, previous, hash: hex(form) }));
      this.heads.set(subject, { sequence, hash: hex(form) });
    }
  }

  /** An event that was added lies by itself, without its chain: it names rows. */
  keepToNameRows(subject: string, sequence: number, id: string): void {
    const path = `events/${subject.replace(' ', '-')}/${String(sequence).padStart(6, '0')}.event`;
    this.put(`naming/${id}.event`, this.files.get(path) ?? '');
    this.files.delete(path);
  }

  /** An event that is not there any more. */
  addLost(event: WrittenEvent): void {
    this.addEntry('lost', 'lost', event.id, entryText(event));
  }

  addLoss(number: number, entries: string): void {
    this.addEntry('losses', 'losses', String(number), lossEntryText(entries));
  }

  addLostKey(after: LogKey, note: string | null, number: number): void {
    this.addEntry('keys', 'keys', String(number), lostKeyEntryText(after, note));
  }

  addKey(before: LogKey, after: LogKey, number: number): void {
    this.addEntry('keys', 'keys', String(number), keyEntryText(before, after));
  }

  /** Proves all entries against one checkpoint. */
  prove(key: LogKey): void {
    const note = this.note(key);
    for (const [path, index] of this.indexes) this.put(path, proofText(index, this.entries, note));
  }

  /** Proves one entry against an earlier checkpoint. */
  proveBefore(path: string, size: number, key: LogKey): void {
    const entries = this.entries.slice(0, size);
    this.put(path, proofText(this.indexes.get(path) ?? 0, entries, this.note(key, size)));
  }

  private addEntry(folder: string, proofs: string, name: string, entry: string): void {
    this.put(`${folder}/${name}.entry`, entry);
    this.indexes.set(`${proofs}/${name}.tlog-proof`, this.entries.push(Buffer.from(entry)) - 1);
  }
}

/**
 * Writes the manifest anew, as who changes a bundle can.
 * @param leftOut of a bundle in which something is left out.
 * @param lost of one whose events the office has lost.
 */
export function list(files: BundleFiles, log = ORIGIN, leftOut?: object, lost?: readonly string[]): void {
  files.delete('manifest.json');
  const listed = [...files].map(([path, bytes]) => ({ path, sha256: hex(bytes), bytes: bytes.length }));
  const format = `patravali bundle ${lost ? 3 : leftOut ? 2 : 1}`;
  const manifest = { format, log, ...(lost && { lost }), ...(leftOut && { leftOut }), files: listed };
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
}

export function writeBundle(folder: string, files: BundleFiles): void {
  for (const [path, bytes] of files) write(folder, path, bytes);
}

interface Zipped {
  readonly path: string;
  readonly bytes: Buffer;
  readonly method?: number;
  readonly unpacked?: number;
  readonly flags?: number;
  /** The name beside the data, where it is another than in the directory. */
  readonly localPath?: string;
  /** Fields that a program may add, after each of the two names. */
  readonly extra?: Buffer;
}

/** A ZIP by code of its own; `change` is for what no honest program writes. */
export function zipOf(files: readonly Zipped[], end: { count?: number; comment?: string } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const zipped of files) {
    const { path, bytes, method = 8, unpacked = bytes.length, flags = 0x800 } = zipped;
    const { localPath = path, extra = Buffer.alloc(0) } = zipped;
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(localPath), 26);
    local.writeUInt16LE(extra.length, 28);
    locals.push(local, Buffer.from(localPath), extra, data);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(flags, 8);
    listed.writeUInt16LE(method, 10);
    listed.writeUInt32LE(data.length, 20);
    listed.writeUInt32LE(unpacked, 24);
    listed.writeUInt16LE(Buffer.byteLength(path), 28);
    listed.writeUInt16LE(extra.length, 30);
    listed.writeUInt32LE(at, 42);
    directory.push(listed, Buffer.from(path), extra);
    at += local.length + Buffer.byteLength(localPath) + extra.length + data.length;
  }
  const last = Buffer.alloc(22);
  const { count = files.length, comment = '' } = end;
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(Buffer.concat(directory).length, 12);
  last.writeUInt32LE(at, 16);
  last.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...directory, last, Buffer.from(comment)]);
}

export const zipOfFiles = (files: BundleFiles, method?: number) =>
  zipOf([...files].map(([path, bytes]) => ({ path, bytes, ...(method === undefined ? {} : { method }) })));
