import type { CoSignatory, LetterData } from './letter-data';

/** Whose name a letter bears at this place of its signatories, from 1. */
export function signatoryAt({ signatory, coSignatories = [] }: LetterData, ordinal: number): CoSignatory {
  const found = ordinal === 1 ? signatory : coSignatories[ordinal - 2];
  if (!found) throw new Error(`The letter has no signatory ${ordinal}`);
  return found;
}
