import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ObjectStore } from '@patravali/storage';
import { makeVerifierKey, readVerifierKey, type VerifierKey } from '@patravali/verifier';

const SECRET = 'log/witness-key.pem';
const PUBLISHED = 'log/witness-key';
const COSIGNATURES = 4;

/** The key of a witness, which never leaves its folder. */
export interface WitnessKey {
  readonly published: VerifierKey;
  /** The line that this witness puts under what it has verified (C2SP tlog-cosignature). */
  cosign(text: string, at: Date): string;
}

/** Made at the first start; it keeps the name that it got then, by which offices know it. */
export async function openWitnessKey(
  store: Pick<ObjectStore, 'readNamed' | 'writeNamed'>,
  name: string,
): Promise<WitnessKey> {
  const pem = await store.readNamed(SECRET);
  const secret = pem ? createPrivateKey(pem) : generateKeyPairSync('ed25519').privateKey;
  if (!pem) await store.writeNamed(SECRET, Buffer.from(secret.export({ format: 'pem', type: 'pkcs8' })));
  const known = readVerifierKey((await store.readNamed(PUBLISHED))?.toString('utf8').trim() ?? '');
  const published = makeVerifierKey(known?.name ?? name, COSIGNATURES, bytesOf(secret));
  if (known?.text !== published.text) await store.writeNamed(PUBLISHED, Buffer.from(`${published.text}\n`));
  return { published, cosign: (text, at) => cosignatureLine(text, at, { secret, published }) };
}

function cosignatureLine(
  text: string,
  at: Date,
  { secret, published }: { readonly secret: KeyObject; readonly published: VerifierKey },
): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), secret);
  return `— ${published.name} ${Buffer.concat([published.id, time, signature]).toString('base64')}\n`;
}

function bytesOf(secret: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(secret.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
}
