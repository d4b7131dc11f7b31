/** The key with which an office signs its letters: a PKCS#12 file and its password. */
export interface SigningKey {
  readonly p12: Uint8Array;
  readonly password: string;
  /** In DER, that of the key first, then those of its issuers as far as the file has them. */
  readonly certificates: readonly Uint8Array[];
}

/** What is said about a signature inside it. Its words on the page are set with the letter. */
export interface Signature {
  readonly name: string;
  readonly designation: string;
  readonly at: Date;
  readonly reason: string;
}
