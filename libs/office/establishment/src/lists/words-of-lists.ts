import type { Bilingual, Language } from '@patravali/contract';
import { label, messagesOf } from '@patravali/messages';
import { plainName } from './plain-name';

/** What lists have words for: columns, and the values of closed lists. */
export type WordList = 'listColumn' | 'dayKind' | 'role' | 'informationRole' | 'endCause' | 'yesOrNo';

/** How lists of offices name a column or a value, in each language, ` / ` between its names; the first is the one that is asked for. */
export function wordsOf(list: WordList, value: string): Readonly<Record<Language, readonly string[]>> {
  const inLanguage = (language: Language) => {
    const words: Readonly<Record<string, string>> = {
      ...messagesOf('causes', language),
      ...messagesOf('lists', language),
    };
    return words[`${list}.${value}`]?.split(' / ') ?? [label(language, list, value)];
  };
  return { hi: inLanguage('hi'), en: inLanguage('en') };
}

/** The name that is asked for. */
export function wordInBoth(list: WordList, value: string): Bilingual {
  const { hi, en } = wordsOf(list, value);
  return { hi: hi[0] ?? value, en: en[0] ?? value };
}

/** Which of these values is written so, in either language. */
export function valueWritten<Value extends string>(
  list: WordList,
  values: readonly Value[],
  written: string,
): Value | undefined {
  const plain = plainName(written);
  return values.find((value) => {
    const { hi, en } = wordsOf(list, value);
    return [...hi, ...en].some((word) => plainName(word) === plain);
  });
}
