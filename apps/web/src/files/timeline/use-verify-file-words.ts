import en from '@messages/en/verify-file.json';
import hi from '@messages/hi/verify-file.json';
import { ownWords } from '../../language/own-words';

/** The sentences about a file that is held against its record. */
export const { useWords: useVerifyFileWords } = ownWords({ en, hi });
