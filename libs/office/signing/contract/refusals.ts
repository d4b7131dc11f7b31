import type { RefusalKind } from '@patravali/contract-base';

export const signingRefusals = {
  'key-not-opened': 'invalid',
  'passphrase-wrong': 'invalid',
  'certificates-unread': 'invalid',
  'signature-unfit': 'invalid',
  'certificate-not-valid': 'conflict',
  'certificate-weak': 'conflict',
  'certificate-not-for-signing': 'conflict',
  'certificate-untrusted': 'conflict',
  'certificate-revoked': 'conflict',
  'certificate-unbound': 'conflict',
  'revocation-unchecked': 'unavailable',
  'seal-unfit': 'conflict',
  'root-unfit': 'invalid',
  'fingerprint-differs': 'invalid',
  'root-trusted': 'conflict',
  'certificate-bound': 'conflict',
  'holder-without-number': 'invalid',
  'unknown-person': 'invalid',
  'trust-ended': 'conflict',
  'key-ended': 'conflict',
  'prepared-long-ago': 'conflict',
  'esign-unfit': 'conflict',
  'esign-other-person': 'conflict',
  'signing-not-configured': 'conflict',
} as const satisfies Record<string, RefusalKind>;

/** Of a certificate on which nobody should rely, or that speaks for somebody else. */
export const CERTIFICATE_UNFIT = [
  'certificate-not-for-signing',
  'certificate-not-valid',
  'certificate-revoked',
  'certificate-unbound',
  'certificate-untrusted',
  'certificate-weak',
  'revocation-unchecked',
] as const;

/** Of a key with which nobody can sign. */
export const KEY_UNFIT = [
  'certificate-not-for-signing',
  'certificate-not-valid',
  'certificate-revoked',
  'certificate-unbound',
  'certificate-untrusted',
  'certificate-weak',
  'key-ended',
  'revocation-unchecked',
] as const;

/** Of what signs, or reads keys and certificates, and cannot now. */
export const SIGNER_BUSY = ['too-busy', 'signature-unavailable'] as const;
export const KEYS_BUSY = ['too-busy', 'key-unavailable'] as const;

/** Of a signature that was not made, or not in time. */
export const NOT_SIGNED = [
  'passphrase-wrong',
  'prepared-long-ago',
  'signature-unfit',
  'timestamp-unavailable',
] as const;

/** Of a PDF that cannot be made now. */
export const TYPESETTER_BUSY = ['too-busy', 'typesetter-unavailable'] as const;
