import en from '@messages/en/signing.json';
import hi from '@messages/hi/signing.json';
import { ownWords } from '../language/own-words';

/** The sentences of signing keys, and of letters that officers sign. */
export const { useWords: useSigningWords } = ownWords({ en, hi });
