import { readFile } from 'node:fs/promises';

/** The key with which an office signs its letters: a PKCS#12 file and the word that opens it. */
export interface SigningKey {
  readonly p12: Uint8Array;
  readonly password: string;
}

/** What is said about a signature inside it. Its words on the page are set with the letter. */
export interface SignatureAppearance {
  readonly name: string;
  readonly designation: string;
  readonly at: Date;
  readonly reason: string;
}

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
    const { P12Signer } = await import('@libpdf/core');
    await P12Signer.create(p12, password);
    return { p12, password };
  } catch (error) {
    throw new SigningKeyUnusable(path, error);
  }
}
