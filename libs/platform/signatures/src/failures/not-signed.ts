/** Why something was not signed that the next try will not sign either, or why an authority did not help. */
export type SigningFailure =
  | 'wrong-password'
  /** Not a PKCS#12 file with a key and its certificate, or one with algorithms that nobody should use any more. */
  | 'not-a-key'
  /** Opening it would take longer than anybody waits: its password is hashed too often. */
  | 'key-too-costly'
  | 'not-certificates'
  /** Not valid yet, expired, or of a key that is too weak. */
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

/** In a child process: nothing was signed. Its parent gets the message alone, and makes a `SigningFailed` of it. */
export class NotSigned extends Error {
  constructor(
    readonly why: SigningFailure,
    detail = '',
    options?: ErrorOptions,
  ) {
    super(`${NOT_SIGNED}${why}: ${detail}`, options);
    this.name = 'NotSigned';
  }
}

/** By this a parent knows it again. */
export const NOT_SIGNED = 'not signed, ';

/** Whatever goes wrong inside is this failure, unless it says itself what it is. @throws NotSigned */
export function failingAs<T>(why: SigningFailure, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof NotSigned ? error : new NotSigned(why, String(error), { cause: error });
  }
}
