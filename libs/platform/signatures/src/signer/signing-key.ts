/** The key with which an office signs its letters: a PKCS#12 file and its password. */
export interface SigningKey {
  readonly p12: Uint8Array;
  readonly password: string;
  /** In DER, that of the key first, then those of its issuers as far as the file has them. */
  readonly certificates: readonly Uint8Array[];
}

/** Room on a page, which counts from 1, in points from its top left. */
export interface RoomOnPage {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is said about a signature inside it. Its words on the page are set with the letter. */
export interface Signature {
  readonly name: string;
  readonly designation: string;
  readonly at: Date;
  readonly reason: string;
  /** The day, `24.11.2026`, and where it is drawn: nobody knew it when the letter was set. */
  readonly day?: { readonly text: string; readonly room: RoomOnPage };
}
