import en from '@messages/en/record-check.json';
import hi from '@messages/hi/record-check.json';
import { ownWords } from '../language/own-words';

/** The sentences about the check of the whole record. */
export const { useWords: useRecordCheckWords } = ownWords({ en, hi });
