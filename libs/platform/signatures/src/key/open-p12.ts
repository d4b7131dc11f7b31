import { createPublicKey, KeyObject, sign, type webcrypto } from 'node:crypto';
import { P12Signer } from '@libpdf/core';
import { sameBytes } from '../asn1';
import { chainFrom, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { NotSigned } from '../failures/not-signed';
import { refuseCostly } from './refuse-costly';

/** A key that may sign, and what is said about it. */
export interface OpenKey {
  readonly key: KeyObject;
  /** Of the key first, then those of its issuers as far as they are there. */
  readonly certificates: readonly OpenCertificate[];
}

/**
 * Opens what an authority gave its holder: with modern algorithms, and with those of old (3DES, RC2) that Windows still writes.
 * @throws NotSigned `wrong-password`, `not-a-key`, `key-too-costly`
 */
export async function openP12(p12: Uint8Array, password: string): Promise<OpenKey> {
  refuseCostly(p12);
  const signer = await P12Signer.create(p12, password).catch((error: unknown) => {
    throw new NotSigned(isOfPassword(error) ? 'wrong-password' : 'not-a-key', messageOf(error), { cause: error });
  });
  // It keeps the key to itself, as WebCrypto knows it, and takes the first certificate of the file for that of the key, which it need not be.
  const key = KeyObject.from(Reflect.get(signer, 'privateKey') as webcrypto.CryptoKey);
  const certificates = [signer.certificate, ...signer.certificateChain].map(openCertificate);
  const spki = keyInfoOf(createPublicKey(key));
  const own = certificates.find(({ publicKey }) => sameBytes(keyInfoOf(publicKey), spki));
  if (!own) throw new NotSigned('not-a-key', 'no certificate is that of the key');
  return { key, certificates: chainFrom(own, certificates) };
}

/** RSA signs with PKCS#1 1.5, an elliptic curve in DER: both as CMS wants it. */
export const signWith = ({ key }: OpenKey, content: Uint8Array): Uint8Array => sign('sha256', content, key);

const keyInfoOf = (key: KeyObject): Uint8Array => key.export({ type: 'spki', format: 'der' });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the libraries say when the HMAC of the file does not fit. */
const isOfPassword = (error: unknown): boolean => /^Invalid password|Integrity for the PKCS#12/.test(messageOf(error));
