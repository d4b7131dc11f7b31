import { verify } from 'node:crypto';
import type { NoteKey } from './note-keys';

const ID_BYTES = 4;
const TIME_BYTES = 8;
/** Ed25519 */
const SIGNATURE_BYTES = 64;
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

/** When witnesses say that they have signed the note, whoever they are. */
export function timesOfCosignatures(note: string): Date[] {
  return note.split('\n').flatMap((line) => {
    const bytes = Buffer.from(LINE.exec(line)?.[2] ?? '', 'base64').subarray(ID_BYTES);
    return bytes.length === TIME_BYTES + SIGNATURE_BYTES ? [new Date(1000 * Number(bytes.readBigUInt64BE()))] : [];
  });
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
