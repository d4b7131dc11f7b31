import en from '@messages/en/paste.json';
import hi from '@messages/hi/paste.json';
import { ownWords } from '../../language/own-words';

/** The sentences of the offer to change what was pasted. */
export const { useWords: usePasteWords } = ownWords({ en, hi });
