import type { Bilingual, LetterLanguage } from '@patravali/contract';
import english from './words.en.json';
import hindi from './words.hi.json';

/** The fixed words of the documents in one language. */
export type Words = typeof english;

export const WORDS: Readonly<Record<'hi' | 'en', Words>> = { hi: hindi, en: english };

/** Fills `{name}` in a fixed sentence; what is filled in is never looked at again. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

/** One text for a document: of a bilingual one both, Hindi first, unless they are the same. */
export function inLanguage(language: LetterLanguage, text: Bilingual): string {
  if (language !== 'bilingual') return text[language];
  return text.hi === text.en ? text.hi : `${text.hi} / ${text.en}`;
}

/** Looks a fixed word up for a document in one language or in both. */
export function phrase(language: LetterLanguage, choose: (words: Words) => string): string {
  return inLanguage(language, { hi: choose(WORDS.hi), en: choose(WORDS.en) });
}
