import { readCertificates } from '../cms/read-certificates';
import { isSelfSigned, openCertificate } from '../certificates/certificate';
import { holdsAt, isWeakKey } from '../certificates/fitness';
import type { CertificateFacts } from '../signer/signer';

/** Why nothing should lead to it. */
export type RootObjection =
  /** Several certificates, or one that is not of an authority that vouches for itself. */
  'not-a-root' | 'not-valid' | 'weak';

export interface JudgedRoot {
  readonly certificate: CertificateFacts;
  readonly objection: RootObjection | null;
}

export interface RootToJudge {
  /** PEM or DER. */
  readonly file: Uint8Array;
  readonly at: Date;
}

/** Whether a certificate may be the root of others. @throws NotSigned `not-certificates` */
export function judgeRoot({ file, at }: RootToJudge): JudgedRoot {
  const [certificate, ...others] = readCertificates(file);
  if (!certificate) throw new Error('a file of certificates has one');
  const root = openCertificate(certificate.certificate);
  const objection = (): RootObjection | null => {
    if (others.length > 0 || !root.x509.ca || !isSelfSigned(root) || !root.x509.checkIssued(root.x509))
      return 'not-a-root';
    if (!holdsAt(root, at)) return 'not-valid';
    return isWeakKey(root) ? 'weak' : null;
  };
  return { certificate, objection: objection() };
}
