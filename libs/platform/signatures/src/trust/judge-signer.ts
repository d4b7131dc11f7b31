import { isCms, readCms } from '../cms/read-cms';
import { failingAs } from '../failures/not-signed';
import { openedKey } from '../key/opened-keys';
import type { RevocationAnswer } from '../revocation/revocation-source';
import { type Judged, judgeCertificate } from './judge-certificate';
import type { ToJudge } from './judgement';

export interface SignerToJudge extends ToJudge {
  readonly answers: readonly RevocationAnswer[];
}

/** The certificate with which is signed in truth, whatever a row says of it. @throws NotSigned */
export async function judgeSigner({ signer, ...trust }: SignerToJudge): Promise<Judged> {
  if (signer.kind === 'p12') {
    const { certificates } = await openedKey(signer.p12, signer.password);
    return await judgeCertificate({ certificates: certificates.map(({ der }) => der), ...trust });
  }
  if (!isCms(signer.signature)) return await judgeCertificate({ certificates: signer.certificates, ...trust });
  const cms = failingAs('signature-does-not-fit', () => readCms(signer.signature));
  const certificates = [cms.signer, ...cms.certificates].map(({ der }) => der);
  return await judgeCertificate({
    certificates: [...certificates, ...signer.certificates],
    stapled: cms.stapled,
    ...trust,
  });
}
