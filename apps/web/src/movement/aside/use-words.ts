import en from '@messages/en/aside.json';
import hi from '@messages/hi/aside.json';
import { useOwnWords } from '../../language/use-own-words';

const WORDS = { en, hi };

/** The sentences of setting aside and of following. */
export const useWords = () => useOwnWords(WORDS);
