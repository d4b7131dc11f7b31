import en from '@messages/en/bulk.json';
import hi from '@messages/hi/bulk.json';
import { ownWords } from '../../language/own-words';

/** The sentences of one act on several files or receipts. */
export const { useWords: useBulkWords } = ownWords({ en, hi });
