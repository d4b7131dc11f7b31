import { isSignature } from './ed25519';

/** Stands in a browser in the place of the verifier's own file of this name, which asks Node. */
export { sha256 } from '@noble/hashes/sha2.js';

export function isSignedBy(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  return Promise.resolve(isSignature(key, signature, message));
}
