import en from '@messages/en/timeline.json';
import hi from '@messages/hi/timeline.json';
import { ownWords } from '../../language/own-words';

/** The sentences of the time line of a file. */
export const { useWords: useTimelineWords } = ownWords({ en, hi });
