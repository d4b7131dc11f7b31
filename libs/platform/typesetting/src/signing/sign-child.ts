import { answerJobs } from '@patravali/child-process';
import { addProof } from './pdf/add-proof';
import { gatherProof } from './revocation/gather-proof';
import type { RevocationAnswer, RevocationQuestion } from './revocation/revocation-source';
import {
  prepareDetached,
  prepareSignature,
  signDetached,
  signDocument,
  signUnstamped,
  stampDocument,
} from './sign-document';

export interface ProofInput {
  readonly cms: Uint8Array;
  readonly answers: readonly RevocationAnswer[];
}

export interface Proven {
  readonly bytes: Uint8Array;
  /** Of every certificate somebody says that it holds. */
  readonly isWhole: boolean;
}

const work = {
  prepareSignature,
  prepareDetached,
  signDocument,
  signDetached,
  signUnstamped,
  stampDocument,
  questions: ({ cms, answers }: ProofInput): RevocationQuestion[] => [...gatherProof(cms, answers).questions],
  prove: async ({ pdf, cms, answers }: ProofInput & { readonly pdf: Uint8Array }): Promise<Proven> => {
    const proof = gatherProof(cms, answers);
    const isWhole = proof.missing.length === 0 && proof.questions.length === 0;
    return { bytes: await addProof(pdf, proof), isWhole };
  },
};
export type SigningWork = typeof work;

/**
 * The process in which the keys of officers are open. It asks nobody: whatever authorities have to be asked is asked by its parent, which in turn
 * looks at no byte of their answers.
 */
answerJobs(work);
