import en from '@messages/en/aside.json';
import hi from '@messages/hi/aside.json';
import { useTopic } from '../../language/use-topic';

const WORDS = { en, hi };

/** The sentences of setting aside and of following. */
export const useWords = () => useTopic<keyof typeof en>(WORDS);
