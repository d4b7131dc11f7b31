/** Who signs, with what. */
export type Signer =
  | {
      /** A key in a PKCS#12 file that opens with this password. */
      readonly kind: 'p12';
      readonly p12: Uint8Array;
      readonly password: string;
    }
  | {
      /** A signature made elsewhere, by a token or a service, over what `prepareSignature` gave. */
      readonly kind: 'replay';
      /** In DER, that of the signer first; a whole CMS has its own, and with one of these is by no other. */
      readonly certificates: readonly Uint8Array[];
      /** The bare signature over the signed attributes (RSA: PKCS#1 1.5; ECDSA: DER, or r and s behind each other), or a whole CMS over the document. */
      readonly signature: Uint8Array;
    };

/** What an authority says about a key. */
export interface CertificateFacts {
  /** The name of the person or office, as people read it. */
  readonly name: string;
  /** By which the authority tells its holder from others of that name; null when there is none, or more than one. */
  readonly number: string | null;
  /** Of the holder, in small letters. */
  readonly emails: readonly string[];
  /** All of it in one line, as OpenSSL writes it: `C=IN, O=…, CN=…`. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal, in capitals. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** SHA-256 of the certificate, hexadecimal, in small letters. */
  readonly fingerprint: string;
  /** In DER. */
  readonly certificate: Uint8Array;
}

export interface SealedKey {
  /** A new PKCS#12 file. */
  readonly p12: Uint8Array;
  /** Of the key first, then those of its issuers as far as the file had them. */
  readonly certificates: CertificateFacts[];
}

/** What is signed elsewhere. */
export interface PreparedSignature {
  /** The signed attributes in DER, to be hashed and signed; empty when no certificates were given. */
  readonly toSign: Uint8Array;
  readonly digestAlgorithm: 'SHA-256';
  /** Of the document as it will be: what a service is asked to sign that makes a whole CMS with a certificate of its own. */
  readonly documentHash: Uint8Array;
}

/** An authority for time stamps (RFC 3161) that answers over HTTP. */
export interface TimestampSource {
  readonly url: string;
}
