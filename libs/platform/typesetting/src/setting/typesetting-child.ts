import { answerJobs } from '@patravali/child-process';
import { sealPdf, type Signature, type SigningKey } from '@patravali/signatures';
import { pictureSize } from './picture-size';
import { typeset, type TypesetInput, typesetWithRooms } from './typeset';

interface SealingInput {
  readonly input: TypesetInput;
  readonly key: SigningKey;
  readonly signature: Signature;
}

const work = {
  typeset: (input: TypesetInput) => typeset(input),
  typesetWithRooms: (input: TypesetInput) => typesetWithRooms(input),
  pictureSize,
  /** In one job, so that the letter crosses the border between the processes only once. */
  typesetSigned: async ({ input, key, signature }: SealingInput) => sealPdf(await typeset(input), key, signature),
};
export type TypesettingWork = typeof work;

/** The process that sets and seals; it never parses a PDF that came from outside. */
answerJobs(work);
