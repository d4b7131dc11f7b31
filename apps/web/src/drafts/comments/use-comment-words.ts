import en from '@messages/en/draft-comments.json';
import hi from '@messages/hi/draft-comments.json';
import { ownWords } from '../../language/own-words';

/** What is said around the comments on a draft. */
export const { useWords: useCommentWords } = ownWords({ en, hi });
