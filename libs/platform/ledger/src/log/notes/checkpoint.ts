import { type KeyObject, sign, verify } from 'node:crypto';
import { HASH_BYTES } from '../tree/hashes';
import { type NoteKey, readKey, writtenKey } from './note-keys';

/** What a log says of itself: so many entries, and this root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The secret with which a log of this name signs. */
export interface LogKey {
  readonly name: string;
  readonly secret: KeyObject;
}

/** A checkpoint as a signed note. */
export function signCheckpoint({ origin, size, root }: Checkpoint, { name, secret }: LogKey): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  return signNote(text, { name, secret });
}

/** C2SP signed-note: the text, an empty line, the signature. */
export function signNote(text: string, { name, secret }: LogKey): string {
  const { id } = readKey(writtenKey(name, secret));
  const signature = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), secret)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

/** The text of a note that one of the keys has signed. Null when none has, or when a signature by one of them is not right. */
export function openNote(note: string, keys: readonly NoteKey[]): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const outcomes = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => isSignedBy(line, text, keys));
  return outcomes.includes(true) && !outcomes.includes(false) ? text : null;
}

/** Null when one of these keys has not signed it, or it is no checkpoint. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint | null {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([\w+/]+=*)\n/u.exec(openNote(note, keys) ?? '') ?? [];
  const bytes = Buffer.from(root ?? '', 'base64');
  if (origin === undefined || bytes.length !== HASH_BYTES) return null;
  return { origin, size: Number(size), root: bytes };
}

/** Null: by nobody of these. */
function isSignedBy(line: string, text: string, keys: readonly NoteKey[]): boolean | null {
  const [, name, base64 = ''] = /^— (\S+) ([\w+/]+=*)$/u.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  const key = keys.find((each) => each.name === name && each.id === bytes.subarray(0, 4).toString('hex'));
  return key ? verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4)) : null;
}
