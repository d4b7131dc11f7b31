import { answerJobs } from '@patravali/child-process';
import { pictureSize } from './picture-size';
import { sealPdf } from './signing/sign-document';
import type { Signature, SigningKey } from './signing/signing-key';
import { typeset, type TypesetInput } from './typeset';

interface SealingInput {
  readonly input: TypesetInput;
  readonly key: SigningKey;
  readonly signature: Signature;
}

const work = {
  typeset: (input: TypesetInput) => typeset(input),
  pictureSize,
  /** In one job, so that the letter crosses the border between the processes only once. */
  typesetSigned: async ({ input, key, signature }: SealingInput) => sealPdf(await typeset(input), key, signature),
};
export type TypesettingWork = typeof work;

/** The process that sets and seals; it never parses a PDF that came from outside. */
answerJobs(work);
