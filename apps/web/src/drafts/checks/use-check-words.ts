import en from '@messages/en/letter-checks.json';
import hi from '@messages/hi/letter-checks.json';
import { ownWords } from '../../language/own-words';

/** What the checks of letters say. */
export const { useWords: useCheckWords } = ownWords({ en, hi });
