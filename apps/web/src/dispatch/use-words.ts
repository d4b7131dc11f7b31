import en from '@messages/en/withdrawing.json';
import hi from '@messages/hi/withdrawing.json';
import { ownWords } from '../language/own-words';

/** The sentences of codes, and of letters that no longer hold. */
export const { useWords } = ownWords({ en, hi });
