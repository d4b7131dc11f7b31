import { diaryNumberInBoth, GRADINGS } from '@patravali/contract';
import { Receipt } from '@patravali/dak';
import { Refusal } from '@patravali/errors';
import type { RegradingCheck } from '@patravali/files';

/** Readers of a file read its letters, so a file is never graded below one of them. @throws Refusal `letters-more-graded`. */
export const refuseRegradingBelowLetters: RegradingCheck = async (tx, { fileId }, grading) => {
  for (const above of [...GRADINGS.slice(GRADINGS.indexOf(grading) + 1)].reverse()) {
    const receipt = await tx.find(Receipt, { fileId, grading: above });
    if (receipt)
      throw new Refusal('letters-more-graded', {
        diaryNumber: diaryNumberInBoth(receipt),
        receipt: receipt.grading,
        file: grading,
      });
  }
};
