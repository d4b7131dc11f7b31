import { P12Signer } from '@libpdf/core';
import { answerJobs } from '@patravali/child-process';
import { makeDemoKey } from './make-demo-key';
import type { SigningKey } from './signing-key';

const work = {
  makeDemoKey: (organisationName: string) => makeDemoKey(organisationName),
  open: async ({ p12, password }: SigningKey) => {
    await P12Signer.create(p12, password);
  },
};
export type KeyWork = typeof work;

/** The process that makes the key of a demo office, and that opens the key of a real one to see whether it can. */
answerJobs(work);
