import { areEqual, captured, fromBase64, fromText, joined, toBase64, toHex } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';

/** A key as c2sp.org/signed-note writes it: `name+hash+base64`, with the kind of signature and the 32 bytes of Ed25519. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of a hash of the name and the key: says which key a signature is by, and proves nothing. */
  readonly id: Uint8Array;
  readonly kind: KeyKind;
  readonly key: Uint8Array;
  readonly text: string;
}

/** 1: signs notes; 4: a witness, which signs checkpoints together with a time. */
export type KeyKind = 1 | 4;

const FORM = /^([^+\s\p{Cc}]+)\+([0-9a-f]{8})\+(.+)$/u;
const KEY_BYTES = 32;

export function readVerifierKey(text: string): VerifierKey | undefined {
  const parts = captured<[name: string, id: string, material: string]>(FORM, text);
  if (!parts) return undefined;
  const [name, id, material] = parts;
  const bytes = fromBase64(material);
  const kind = bytes?.[0];
  if (bytes?.length !== 1 + KEY_BYTES || (kind !== 1 && kind !== 4)) return undefined;
  const key = makeVerifierKey(name, kind, bytes.subarray(1));
  return toHex(key.id) === id ? key : undefined;
}

export function makeVerifierKey(name: string, kind: KeyKind, key: Uint8Array): VerifierKey {
  const material = joined(Uint8Array.of(kind), key);
  const id = sha256(joined(fromText(`${name}\n`), material)).subarray(0, 4);
  return { name, id, kind, key, text: `${name}+${toHex(id)}+${toBase64(material)}` };
}

export function isSameKey(one: VerifierKey, other: VerifierKey): boolean {
  return one.name === other.name && one.kind === other.kind && areEqual(one.key, other.key);
}
