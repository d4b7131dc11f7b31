export interface RemoteRequest {
  /** SHA-256 of what is signed: `documentHash` of what was prepared where the service makes the whole signature, else that of `toSign`. */
  readonly hash: Uint8Array;
  /** Who shall sign, as the service knows him, for instance a number of its own; empty where it asks him. */
  readonly certificateHint: string;
  /** Where the browser of the person comes back to. */
  readonly returnUrl: string;
  /** What the person reads there about what he signs. */
  readonly about?: string | undefined;
}

export interface RemoteBegun {
  /** Where the browser of the person goes, with these fields as a form (POST). */
  readonly redirectUrl: string;
  readonly fields: Readonly<Record<string, string>>;
  /** By which the answer is known again. */
  readonly transaction: string;
}

export interface RemoteAnswer {
  readonly transaction: string;
  /** Null when the person, or the service, did not want to. */
  readonly signed: RemoteSignature | null;
}

export interface RemoteSignature {
  /** In DER. */
  readonly certificates: readonly Uint8Array[];
  /** For a signer of the kind `replay`. */
  readonly signature: Uint8Array;
}

/**
 * A service that signs in the name of a person who identifies himself there. It gets a hash and never the document. Whether its signature is one over
 * that hash, `sign` finds out; whose certificate it is, the caller compares with whom he meant.
 */
export interface RemoteSigning {
  /** What it signs: the hash of the document, with a certificate that it makes on the spot; or what was prepared with certificates that are known. */
  readonly signs: 'document' | 'attributes';
  /** @throws SigningFailed, SigningUnavailable */
  begin(request: RemoteRequest): Promise<RemoteBegun>;
  /** What the browser brought back (a form, as it came). @throws SigningFailed `remote-refused` when it is no answer of the service; SigningUnavailable */
  finish(body: string): Promise<RemoteAnswer>;
}
