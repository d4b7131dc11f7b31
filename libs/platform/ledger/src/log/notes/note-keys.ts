import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

const ED25519 = 1;
/** C2SP tlog-cosignature: signs a checkpoint together with the time. */
const COSIGNATURES = 4;
/** What stands before the 32 bytes of the key itself in the form in which Node reads it (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Whose signature on a note is believed: `name+hash+key` in its written form (C2SP signed-note). */
export interface NoteKey {
  readonly name: string;
  /** The first four bytes of a hash, by which a signature says whose it is. */
  readonly id: string;
  readonly publicKey: KeyObject;
}

/** The written form of a public key of this name. */
export function writtenKey(name: string, key: KeyObject): string {
  const bytes = Buffer.concat([Buffer.from([ED25519]), bytesOf(key)]);
  return `${name}+${idOf(name, bytes)}+${bytes.toString('base64')}`;
}

/** @throws Error when it is no Ed25519 key in its written form. */
export const readKey = (written: string): NoteKey => readKeyFor(ED25519, written);

/** That of a witness. @throws Error as above. */
export const readWitnessKey = (written: string): NoteKey => readKeyFor(COSIGNATURES, written);

function readKeyFor(kind: number, written: string): NoteKey {
  const [, name = '', id = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([\w+/]+=*)$/u.exec(written) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 33 || bytes[0] !== kind || idOf(name, bytes) !== id) throw new Error(`${written} is no key`);
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI, bytes.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { name, id, publicKey };
}

function bytesOf(key: KeyObject): Buffer {
  return createPublicKey(key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }))
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI.length);
}

const idOf = (name: string, bytes: Buffer): string =>
  createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
