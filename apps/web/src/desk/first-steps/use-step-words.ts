import en from '@messages/en/first-steps.json';
import hi from '@messages/hi/first-steps.json';
import { ownWords } from '../../language/own-words';

export type StepKey = keyof typeof en;

/** What there is to try first, said by the card alone. */
export const { useWords: useStepWords } = ownWords({ en, hi });
