import type { Language } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';

/** How lists of offices name a column or a kind of day, in each language; the first name is the one that is asked for. */
export function wordsOf(list: 'listColumn' | 'dayKind', value: string): Readonly<Record<Language, readonly string[]>> {
  const inLanguage = (language: Language) => {
    const words: Readonly<Record<string, string>> = messagesOf('lists', language);
    return words[`${list}.${value}`]?.split('|') ?? [];
  };
  return { hi: inLanguage('hi'), en: inLanguage('en') };
}
