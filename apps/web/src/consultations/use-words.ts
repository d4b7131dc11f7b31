import en from '@messages/en/consultations.json';
import hi from '@messages/hi/consultations.json';
import { ownWords } from '../language/own-words';

/** The sentences of consultations. */
export const { useWords } = ownWords({ en, hi });
