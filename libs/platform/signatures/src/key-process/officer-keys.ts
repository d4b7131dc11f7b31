import { wrapSigningError } from '../failures/wrap-signing-error';
import type { CertificateFacts, SealedKey } from '../signer/signer';
import type { JudgedRoot } from '../trust/judge-root';
import { withKeys } from './with-keys';

/**
 * Takes in the key of an officer: opens the file with its password and closes it anew, with AES-256, under a passphrase that only he knows. Neither of
 * the two is kept anywhere.
 * @throws SigningFailed `wrong-password`, `not-a-key`, `key-too-costly`; SigningUnavailable
 */
export function sealP12(p12: Uint8Array, password: string, passphrase: string): Promise<SealedKey> {
  return wrapSigningError(withKeys('sealP12', { p12, password, passphrase }), 'key-unavailable');
}

/**
 * What a file of certificates says, PEM or DER: that of the person first, then those of its issuers as far as they are there.
 * @throws SigningFailed `not-certificates`; SigningUnavailable
 */
export function readCertificates(file: Uint8Array | string): Promise<CertificateFacts[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return wrapSigningError(withKeys('readCertificates', bytes), 'key-unavailable');
}

/** Whether the certificate in a file, PEM or DER, may be the root of others. @throws SigningFailed `not-certificates`; SigningUnavailable */
export function readRoot(file: Uint8Array, at: Date): Promise<JudgedRoot> {
  return wrapSigningError(withKeys('judgeRoot', { file, at }));
}
