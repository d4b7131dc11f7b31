import { answerJobs } from '@patravali/child-process';
import { addLongTermData } from '../pdf/add-long-term-data';
import { gatherLongTermData } from '../revocation/gather-long-term-data';
import { type TimestampRequest, timestampOf } from '../timestamp/timestamp';
import type { RevocationAnswer, RevocationQuestion } from '../revocation/revocation-source';
import { judgeSigner } from '../trust/judge-signer';
import {
  prepareDetached,
  prepareSignature,
  signDetached,
  signDocument,
  signUnstamped,
  stampDocument,
} from './sign-document';

export interface LongTermInput {
  readonly cms: Uint8Array;
  readonly answers: readonly RevocationAnswer[];
}

export interface Extended {
  readonly bytes: Uint8Array;
  /** Of every certificate somebody says that it holds. */
  readonly isWhole: boolean;
}

export interface StampedBytes {
  readonly request: TimestampRequest;
  readonly response: Uint8Array;
}

const work = {
  judge: judgeSigner,
  prepareSignature,
  prepareDetached,
  signDocument,
  signDetached,
  signUnstamped,
  stampDocument,
  timeOfStamp: ({ request, response }: StampedBytes): Date => timestampOf(response, request).at,
  questions: ({ cms, answers }: LongTermInput): RevocationQuestion[] => [...gatherLongTermData(cms, answers).questions],
  addLongTermData: async ({ pdf, cms, answers }: LongTermInput & { readonly pdf: Uint8Array }): Promise<Extended> => {
    const data = gatherLongTermData(cms, answers);
    const isWhole = data.missing.length === 0 && data.questions.length === 0;
    return { bytes: await addLongTermData(pdf, data), isWhole };
  },
};
export type SigningWork = typeof work;

/**
 * The process in which the keys of officers are open. It asks nobody: whatever authorities have to be asked is asked by its parent, which in turn
 * looks at no byte of their answers.
 */
answerJobs(work);
