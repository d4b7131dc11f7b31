import en from '@messages/en/clock.json';
import hi from '@messages/hi/clock.json';
import { ownWords } from '../../language/own-words';

/** The sentences of clocks and of journeys. */
export const { useWords: useClockWords } = ownWords({ en, hi });
