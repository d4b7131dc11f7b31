import { Refusal } from '@patravali/errors';
import { sealP12, SigningFailed } from '@patravali/signatures';

/** A key that its passphrase opens, and its certificates in DER, its own first. */
export interface SealedKey {
  readonly p12: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

/**
 * Opens a P12 with its password and seals it anew.
 * @throws Refusal `key-not-opened` when it is no P12, holds no certificate, or its password is another; `key-unavailable`.
 */
export async function sealKey(p12: Uint8Array, password: string, passphrase: string): Promise<SealedKey> {
  const sealed = await sealP12(p12, password, passphrase).catch((error: unknown) => {
    throw error instanceof SigningFailed ? notOpened(error) : error;
  });
  return { p12: sealed.p12, certificates: sealed.certificates.map(({ certificate }) => certificate) };
}

const notOpened = (cause?: unknown): Refusal =>
  new Refusal('key-not-opened', {}, { errors: [{ pointer: '#/password', detail: 'key-not-opened' }], cause });
