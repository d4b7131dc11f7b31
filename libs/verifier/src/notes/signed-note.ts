import { areEqual, captured, fromBase64, fromText, joined, toText } from '../primitives/bytes';
import { isSignedBy } from '../primitives/cryptography';
import type { VerifierKey } from './verifier-key';

/** c2sp.org/signed-note */
export interface SignedNote {
  /** With its last line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array;
}

export const MOST_NOTE_BYTES = 64 * 1024;
const MOST_SIGNATURES = 100;
const LINE = /^\u2014 ([^+\s]+) (\S+)$/u;
/** Control characters other than the line feed. */
const CONTROL = /[^\P{Cc}\n]/u;
const ED25519_BYTES = 64;
const TIME_BYTES = 8;

export function readSignedNote(bytes: Uint8Array): SignedNote | undefined {
  const note = bytes.length > MOST_NOTE_BYTES ? undefined : toText(bytes);
  if (note === undefined || CONTROL.test(note) || !note.endsWith('\n')) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature).filter((signature) => signature !== undefined);
  if (signatures.length !== lines.length || lines.length > MOST_SIGNATURES) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

function readSignature(line: string): NoteSignature | undefined {
  const parts = captured<[name: string, base64: string]>(LINE, line);
  const bytes = parts && fromBase64(parts[1]);
  if (!bytes || bytes.length <= 4) return undefined;
  return { name: parts[0], keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

/**
 * Whether this key signed the note. Signatures by other keys are passed over; one that names the key and is not by it
 * spoils the whole note.
 */
export async function isNoteSignedBy(note: SignedNote, key: VerifierKey): Promise<boolean> {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && areEqual(keyId, key.id));
  const verdicts = await Promise.all(own.map(({ bytes }) => isSignature(note.text, bytes, key)));
  return verdicts.length > 0 && verdicts.every(Boolean);
}

async function isSignature(text: string, bytes: Uint8Array, { kind, key }: VerifierKey): Promise<boolean> {
  if (kind === 1) return bytes.length === ED25519_BYTES && isSignedBy(key, bytes, fromText(text));
  // c2sp.org/tlog-cosignature: eight bytes with the time, then the signature.
  if (bytes.length !== TIME_BYTES + ED25519_BYTES) return false;
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  const message = joined(fromText(`cosignature/v1\ntime ${time.toString()}\n`), fromText(text));
  return time < 2n ** 63n && isSignedBy(key, bytes.subarray(TIME_BYTES), message);
}
