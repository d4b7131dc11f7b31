import { answerJobs } from '@patravali/child-process';
import { readCertificates } from '../cms/read-certificates';
import { openP12 } from '../key/open-p12';
import { sealP12 } from '../key/seal-p12';
import { eSignAnswer } from '../esign-messages/esign-answer';
import { eSignRequest } from '../esign-messages/esign-request';
import type { SigningKey } from '../signer/signing-key';
import { judgeRoot } from '../trust/judge-root';
import { makeDemoKey, makeTrialKey } from './make-demo-key';

const work = {
  makeDemoKey,
  makeTrialKey,
  open: async ({ p12, password }: Pick<SigningKey, 'p12' | 'password'>): Promise<Uint8Array[]> => {
    const { certificates } = await openP12(p12, password);
    return certificates.map(({ der }) => der);
  },
  judgeRoot,
  sealP12,
  readCertificates,
  eSignRequest,
  eSignAnswer,
};
export type KeyWork = typeof work;

/** The process that makes the key of a demo office, and that reads what strangers made: keys and certificates, to see whether it can. */
answerJobs(work);
