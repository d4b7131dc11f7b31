import en from '@messages/en/aside.json';
import hi from '@messages/hi/aside.json';
import { ownWords } from '../../language/own-words';

/** The sentences of setting aside and of following. */
export const { useWords } = ownWords({ en, hi });
