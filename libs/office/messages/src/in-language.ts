import type { Bilingual, LetterLanguage } from '@patravali/contract';

/** One text for a letter: of a bilingual one both, Hindi first, unless they are the same. */
export function inLanguage(language: LetterLanguage, text: Bilingual): string {
  if (language !== 'bilingual') return text[language];
  return text.hi === text.en ? text.hi : `${text.hi} / ${text.en}`;
}
