import { fill, type MessageParams } from '@messages/fill';
import type { Language } from '@patravali/contract';
import { useTranslations } from './use-translations';

/** The sentences of one topic that comes with the parts that say them, and not with the first load. */
export function useTopic<Key extends string>(
  words: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): (key: Key, params?: MessageParams) => string {
  const { language } = useTranslations();
  return (key, params = {}) => fill(words[language][key], params, language);
}
