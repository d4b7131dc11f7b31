import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * Stands in a browser in the place of the verifier's own file of this name, which asks Node. A browser has both of its own only on
 * pages that came over https, which within an office is not always so.
 */
export { sha256 } from '@noble/hashes/sha2.js';

/** As strict as OpenSSL: no key of which a few multiples are all there are, no second form of a signature (RFC 8032). */
export function isSignedBy(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    return Promise.resolve(ed25519.verify(signature, message, key, { zip215: false }));
  } catch {
    // Of another length.
    return Promise.resolve(false);
  }
}
