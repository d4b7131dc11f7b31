import { answerJobs } from '@patravali/child-process';
import { type SigningInput, signPdf } from './signing/sign-pdf';
import { typeset, type TypesetInput } from './typeset';

const work = {
  typeset: (input: TypesetInput) => typeset(input),
  /** In one job, so that the letter crosses the border between the processes only once. */
  typesetSigned: async ({ input, ...signing }: SigningInput & { readonly input: TypesetInput }) =>
    signPdf(await typeset(input), signing),
};
export type TypesettingWork = typeof work;

/** The process that sets and signs; it never parses a PDF that came from outside. */
answerJobs(work);
