import en from '@messages/en/notices.json';
import hi from '@messages/hi/notices.json';
import { ownWords } from '../language/own-words';

/** The sentences of notices. */
export const { say: noticeWord } = ownWords({ en, hi });
