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
