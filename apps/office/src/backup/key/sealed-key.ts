import { createPrivateKey, type KeyObject } from 'node:crypto';
import { PKCS8ShroudedKeyBag, PrivateKeyInfo } from 'pkijs';

/** What OWASP recommends for PBKDF2 with SHA-256. Node itself, as it exports a key, hashes a passphrase 2,048 times. */
const ITERATIONS = 600_000;

/** The key as encrypted PKCS#8 (RFC 5958, PBES2: AES-256 and PBKDF2), which Node and OpenSSL read as well. */
export async function sealKey(secret: KeyObject, passphrase: string): Promise<string> {
  const der = Uint8Array.from(secret.export({ type: 'pkcs8', format: 'der' })).buffer;
  const sealed = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(der) });
  await sealed.makeInternalValues({
    password: new TextEncoder().encode(passphrase).buffer,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  });
  const lines =
    Buffer.from(sealed.toSchema().toBER(false))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN ENCRYPTED PRIVATE KEY-----', ...lines, '-----END ENCRYPTED PRIVATE KEY-----', ''].join('\n');
}

/** Null when the passphrase is not the one under which the key lies, or there is no key. */
export function openKey(pem: string, passphrase: string): KeyObject | null {
  try {
    return createPrivateKey({ key: pem, passphrase });
  } catch {
    return null;
  }
}
