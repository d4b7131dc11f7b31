import en from '@messages/en/letter-phrases.json';
import hi from '@messages/hi/letter-phrases.json';
import type { Language } from '@patravali/contract';

const WORDS = { en, hi };

/** The sentences of the letters of every office, in the language of the text into which they are put. */
export const letterPhrases = (language: Language): readonly (readonly [id: string, text: string])[] =>
  Object.entries(WORDS[language]);
