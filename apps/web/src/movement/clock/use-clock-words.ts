import en from '@messages/en/clock.json';
import hi from '@messages/hi/clock.json';
import { useOwnWords } from '../../language/use-own-words';

const WORDS = { en, hi };

/** The sentences of clocks and of journeys. */
export const useClockWords = () => useOwnWords(WORDS);
