import { verify } from 'node:crypto';
import type { NoteKey } from './note-keys';

const ID_BYTES = 4;
const TIME_BYTES = 8;
const LINE = /^— (\S+) ([\w+/]+=*)$/u;

/** Whether this witness has signed the note, each time that it says so (C2SP tlog-cosignature). */
export function isCosigned(note: string, witness: NoteKey): boolean {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const own = note
    .slice(end + 2)
    .split('\n')
    .flatMap((line) => signatureBy(witness, line));
  return end >= 0 && own.length > 0 && own.every((signature) => isRight(signature, text, witness));
}

function signatureBy({ name, id }: NoteKey, line: string): Buffer[] {
  const [, by, base64 = ''] = LINE.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  return by === name && bytes.subarray(0, ID_BYTES).toString('hex') === id ? [bytes.subarray(ID_BYTES)] : [];
}

/** The time, and the signature of time and text. */
function isRight(signature: Buffer, text: string, { publicKey }: NoteKey): boolean {
  if (signature.length <= TIME_BYTES) return false;
  const signed = `cosignature/v1\ntime ${signature.readBigUInt64BE()}\n${text}`;
  return verify(null, Buffer.from(signed), publicKey, signature.subarray(TIME_BYTES));
}
