import { OID } from '../asn1';
import { chainFrom } from '../certificates/certificate';
import { readCms } from '../cms/read-cms';
import { Gathering, issuersAmong, type Proof } from './gathering';
import type { RevocationAnswer } from './revocation-source';

/** What proves that the certificates of a signature, and of its time stamp, held when they were used. */
export type LongTermData = Proof;

/**
 * Puts together what is known, and says what is not: to be called again with what came of the questions, until there are none.
 * @throws NotSigned `certificate-revoked`
 */
export function gatherLongTermData(
  cms: Uint8Array,
  answers: readonly RevocationAnswer[],
  now = new Date(),
): LongTermData {
  const signature = readCms(cms);
  const token = signature.unsigned.get(OID.timestampToken);
  const stamp = token && readCms(token.bytes);
  const pool = [...signature.certificates, ...(stamp?.certificates ?? []), ...issuersAmong(answers)];
  const gathering = new Gathering({ answers, stapled: signature.stapled, now });
  for (const { signer } of stamp ? [signature, stamp] : [signature]) gathering.follow(chainFrom(signer, pool));
  return gathering.proof();
}
