import { Inject, Injectable } from '@nestjs/common';
import { Refusal, type RefusalCode } from '@patravali/errors';
import {
  type CertificateFacts,
  DOCUMENT_SIGNING,
  type DocumentSigning,
  type Judgement,
  type Objection,
  type Revocation,
  type Signer,
} from '@patravali/signatures';
import { notValid } from './validity';
import type { OfficeTrust } from './office-trust';

/** A certificate on which the office relies: it leads to a root that it trusts. Whose it is has still to be asked. */
export interface ReliedOn {
  readonly certificate: CertificateFacts;
  /** From it to the root, in DER. */
  readonly chain: readonly Uint8Array[];
  /** SHA-256 of the root. */
  readonly root: string;
  readonly revocation: Revocation;
}

/** Seconds after which an authority may answer again. */
const RETRY_AFTER = 60;

const CODES: Readonly<Record<Exclude<Objection, 'not-valid'>, RefusalCode>> = {
  weak: 'certificate-weak',
  'not-for-signing': 'certificate-not-for-signing',
  untrusted: 'certificate-untrusted',
  revoked: 'certificate-revoked',
};

/** Judges with what is signed, when a key is taken in and at each signature. */
@Injectable()
export class CertificateJudge {
  constructor(@Inject(DOCUMENT_SIGNING) private readonly signing: DocumentSigning) {}

  /**
   * @throws Refusal `certificate-not-valid`, `certificate-weak`, `certificate-not-for-signing`, `certificate-untrusted`, `certificate-revoked`,
   * `revocation-unchecked` where the office wants to know; SigningFailed, SigningUnavailable
   */
  async execute(signer: Signer, { refusesUnchecked, ...trust }: OfficeTrust): Promise<ReliedOn> {
    return reliedOn(await this.signing.judge({ signer, ...trust }), refusesUnchecked);
  }

  /** The same of certificates alone, that of the signer first. */
  executeFor(certificates: readonly Uint8Array[], trust: OfficeTrust): Promise<ReliedOn> {
    return this.execute({ kind: 'replay', certificates, signature: new Uint8Array(0) }, trust);
  }
}

function reliedOn({ certificate, chain, root, objection, revocation }: Judgement, refusesUnchecked: boolean): ReliedOn {
  if (objection === 'not-valid') throw notValid(certificate);
  if (objection !== null || root === null) {
    throw new Refusal(CODES[objection ?? 'untrusted'], objection === 'untrusted' ? { issuer: certificate.issuer } : {});
  }
  if (refusesUnchecked && revocation !== 'good') {
    throw unchecked();
  }
  return { certificate, chain, root, revocation };
}

/** The office wants to know that a certificate is not revoked, and nobody says so. */
export const unchecked = (): Refusal => new Refusal('revocation-unchecked', {}, { retryAfter: RETRY_AFTER });

/** The certificate is bound to nobody, or to somebody else. Its name is told, and counts for nothing. */
export const unbound = ({ name, fingerprint }: Pick<CertificateFacts, 'name' | 'fingerprint'>): Refusal =>
  new Refusal('certificate-unbound', { name, fingerprint });
