import en from '@messages/en/redaction-page.json';
import enOnPaper from '@messages/en/redaction.json';
import hi from '@messages/hi/redaction-page.json';
import hiOnPaper from '@messages/hi/redaction.json';
import { ownWords } from '../../language/own-words';

/** The sentences of the page on which copies for RTI are made. */
export const { useWords } = ownWords({ en, hi });

/** Those that stand on the copy, with the clauses in words. */
export const { useWords: useWordsOnPaper } = ownWords({ en: enOnPaper, hi: hiOnPaper });
