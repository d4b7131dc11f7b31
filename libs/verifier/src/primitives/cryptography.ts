import { createPublicKey, hash, verify } from 'node:crypto';
import { joined } from './bytes';

/**
 * The only place where the verifier asks a library for cryptography. In the page of a browser another file stands in the
 * place of this one, with the same two functions.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const ED25519_KEY_INFO = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** Promises, because a browser answers this question only later. */
export function isSignedBy(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    const info = joined(ED25519_KEY_INFO, key);
    const publicKey = createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' });
    return Promise.resolve(verify(null, message, publicKey, signature));
  } catch {
    // Bytes that are no point of the curve have signed nothing.
    return Promise.resolve(false);
  }
}
