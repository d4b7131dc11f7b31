import en from '@messages/en/phrases.json';
import hi from '@messages/hi/phrases.json';
import { ownWords } from '../../language/own-words';

/** The sentences about phrases, but for their title, which the list of all pages has. */
export const { useWords: usePhraseWords } = ownWords({ en, hi });
