import en from '@messages/en/outward.json';
import hi from '@messages/hi/outward.json';
import { ownWords } from '../language/own-words';

/** The sentences of what a letter goes through after it was issued. */
export const { useWords: useOutwardWords } = ownWords({ en, hi });
