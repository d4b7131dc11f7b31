import { deflateRawSync } from 'node:zlib';
import {
  checkpointText,
  entriesOf,
  entryText,
  keyEntryText,
  type LogKey,
  NONE,
  ORIGIN,
  proofText,
  sha256,
  signedNote,
  uuid,
  write,
} from './a-log';
import { anEvent, formOf } from './an-event';
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
  const files: BundleFiles = new Map();
  const put = (path: string, text: string | Buffer) => files.set(path, Buffer.from(text));
  const entries = entriesOf(5);
  const indexes = new Map<string, number>();
  let told = 0;
  const addEvents = (subject: string, first: number, contents: readonly (string | undefined)[]) => {
    let previous = NONE;
    for (const [at, content] of contents.entries()) {
      const [id, sequence] = [uuid(first + at), at + 1];
      const when = times[told++];
      const values = { previous, id, subject, sequence: String(sequence), content, ...(when && { at: when }) };
      const form = formOf(anEvent(values), at === 0 ? 0 : 1);
      put(`events/${subject.replace(' ', '-')}/${String(sequence).padStart(6, '0')}.event`, form);
      const entry = entryText({ id, subject, sequence, previous, hash: hex(form) });
      put(`entries/${id}.entry`, entry);
      indexes.set(`proofs/${id}.tlog-proof`, entries.push(Buffer.from(entry)) - 1);
      previous = hex(form);
    }
  };
  addEvents(`file ${uuid(0xf1)}`, 0xa0, [undefined, hex(DOCUMENT), 'e'.repeat(64)]);
  for (const [at, key] of keys.slice(1).entries()) {
    const entry = keyEntryText(keys[at] ?? key, key);
    put(`keys/${at + 1}.entry`, entry);
    indexes.set(`keys/${at + 1}.tlog-proof`, entries.push(Buffer.from(entry)) - 1);
  }
  addEvents(`receipt ${uuid(0xf2)}`, 0xb0, [undefined]);
  const checkpoint = signedNote(checkpointText(entries.length, naiveRoot(entries)), keys.at(-1) ?? keys[0]);
  for (const [path, index] of indexes) put(path, proofText(index, entries, checkpoint));
  put(`documents/${hex(DOCUMENT)}.pdf`, DOCUMENT);
  put('index.html', '<p>for people</p>');
  list(files, keys[0].vkey);
  return files;
}

/** Writes the manifest anew, as who changes a bundle can. */
export function list(files: BundleFiles, log = ORIGIN): void {
  files.delete('manifest.json');
  const listed = [...files].map(([path, bytes]) => ({ path, sha256: hex(bytes), bytes: bytes.length }));
  files.set('manifest.json', Buffer.from(JSON.stringify({ format: 'patravali bundle 1', log, files: listed })));
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
