import { readFile } from 'node:fs/promises';
import { wrapSigningError } from '../failures/wrap-signing-error';
import type { SigningKey } from '../signer/signing-key';
import type { DemoHolder } from './make-demo-key';
import { withKeys } from './with-keys';

/** Why an office cannot sign: the P12 file is not there, is not one, or its password is another. */
export class SigningKeyUnusable extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`the signing key ${path} cannot be used`, { cause });
    this.name = 'SigningKeyUnusable';
  }
}

/** Reads the key of the office and opens it once, so that a wrong password shows at start-up and not at the first letter. */
export async function loadSigningKey(path: string, password: string): Promise<SigningKey> {
  try {
    const p12 = new Uint8Array(await readFile(path));
    return { p12, password, certificates: await withKeys('open', { p12, password }) };
  } catch (error) {
    throw new SigningKeyUnusable(path, error);
  }
}

/**
 * Makes a key for a person or an office that does not exist, with a certificate of the demo's root. Its signatures are mathematically right, and
 * trusted by offices of the demo alone; a real office configures a key from a licensed certifying authority.
 */
export async function makeDemoSigningKey(holder: DemoHolder): Promise<SigningKey> {
  return await wrapSigningError(withKeys('makeDemoKey', holder), 'key-unavailable');
}

/**
 * Makes a key for a real office that has none yet, below a root of its own that nobody else has: its signatures are right, and say that they are
 * for trials.
 */
export async function makeTrialSigningKey(name: string): Promise<SigningKey> {
  return await wrapSigningError(withKeys('makeTrialKey', { name }), 'key-unavailable');
}

/** Opens the key of an office that somebody has brought. @throws SigningFailed `wrong-password`, `not-a-key`, `key-too-costly`; SigningUnavailable */
export async function openSigningKey(p12: Uint8Array, password: string): Promise<SigningKey> {
  const certificates = await wrapSigningError(withKeys('open', { p12, password }), 'key-unavailable');
  return { p12, password, certificates };
}
