import en from '@messages/en/enclosures.json';
import hi from '@messages/hi/enclosures.json';
import { ownWords } from '../../language/own-words';

/** The sentences of what goes with letters. */
export const { useWords: useEnclosureWords } = ownWords({ en, hi });
