import en from '@messages/en/log-losses.json';
import hi from '@messages/hi/log-losses.json';
import { ownWords } from '../../language/own-words';

/** The sentences about what the log of the office has lost. */
export const { useWords: useLogLossWords } = ownWords({ en, hi });
