import type { CertificateFacts, Signer } from '../signer/signer';

/** Why nobody should rely on what a certificate signs. */
export type Objection =
  /** Expired, or not valid yet. */
  | 'not-valid'
  /** A key that is guessed, or a signature of its issuer that may be one under something else. */
  | 'weak'
  /** Its key is an authority's, or for something else. */
  | 'not-for-signing'
  /** It leads to no root that is trusted. */
  | 'untrusted'
  | 'revoked';

/** Whether somebody whom one may believe said that it is not revoked. */
export type Revocation = 'good' | 'not_checked';

/** What an office trusts, as of when. */
export interface Trust {
  /** In DER. */
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
}

export interface Judgement {
  /** What signs. */
  readonly certificate: CertificateFacts;
  /** From it upwards, in DER. */
  readonly chain: readonly Uint8Array[];
  /** SHA-256 of the root to which it leads; null with an objection. */
  readonly root: string | null;
  readonly objection: Objection | null;
  readonly revocation: Revocation;
}

export interface ToJudge extends Trust {
  /** With what is signed. A bare signature of nothing stands for one that is not made yet. */
  readonly signer: Signer;
}
