/** What somebody who checks the signature in twenty years will want to have. */
export interface RevocationQuestion {
  /** A list of what is revoked (CRL), an answer about one certificate (OCSP), or the certificate of an issuer. */
  readonly kind: 'list' | 'answer' | 'issuer';
  /** As the certificate in question says: written by whoever issued it, and not to be trusted. */
  readonly url: string;
  /** What is sent, for an answer about one certificate. */
  readonly body: Uint8Array | null;
}

/** Who is asked. */
export interface RevocationSource {
  /** The bytes, whatever they are; null when there are none. Never rejects. */
  ask(question: RevocationQuestion): Promise<Uint8Array | null>;
}

/** A question with what came of it. */
export interface RevocationAnswer {
  readonly question: RevocationQuestion;
  readonly answer: Uint8Array | null;
}

/** Two questions with the same key have the same answer. */
export const keyOf = ({ kind, url, body }: RevocationQuestion): string =>
  `${kind} ${url} ${Buffer.from(body ?? []).toString('base64')}`;
