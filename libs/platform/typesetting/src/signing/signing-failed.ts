/** Why something was not signed that the next try will not sign either, or why an authority did not help. */
export type SigningFailure =
  | 'wrong-password'
  /** Not a PKCS#12 file with a key and its certificate, or one with algorithms that nobody should use any more. */
  | 'not-a-key'
  /** Opening it would take longer than anybody waits: its password is hashed too often. */
  | 'key-too-costly'
  | 'not-certificates'
  /** Not valid yet, expired, or not for signing. */
  | 'certificate-unfit'
  | 'certificate-revoked'
  /** The signature made elsewhere is not one over this document by this certificate. */
  | 'signature-does-not-fit'
  /** The document has no identity of its own, or the signature has more to say than there is room. */
  | 'document-unfit'
  | 'timestamp-unavailable'
  | 'timestamp-wrong'
  /** The service for remote signing refused, or its answer is none. */
  | 'remote-refused';

/** Nothing was signed. The reason is for the caller to put into words. */
export class SigningFailed extends Error {
  constructor(
    readonly reason: SigningFailure,
    /** For the log, never for a person; never a password. */
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(`${SIGNING_FAILED}${reason}: ${detail}`, options);
    this.name = 'SigningFailed';
  }
}

/** A child process can answer only with the message of an error: by this its parent knows it again. */
export const SIGNING_FAILED = 'signing failed, ';

/** Whatever goes wrong inside is this failure, unless it says itself what it is. @throws SigningFailed */
export function failingAs<T>(reason: SigningFailure, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof SigningFailed ? error : new SigningFailed(reason, String(error), { cause: error });
  }
}
