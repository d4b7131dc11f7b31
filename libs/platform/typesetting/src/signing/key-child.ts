import { P12Signer } from '@libpdf/core';
import { answerJobs } from './answer-jobs';
import { makeDemoKey } from './make-demo-key';
import type { SigningKey } from './signing-key';

/** The process that makes the key of a demo office, and that opens the key of a real one to see whether it can. */
answerJobs({
  makeDemoKey: (organisationName: string) => makeDemoKey(organisationName),
  open: async ({ p12, password }: SigningKey) => {
    await P12Signer.create(p12, password);
    return {};
  },
});
