import { fill, type MessageParams } from '@messages/fill';
import type { Language } from '@patravali/contract';
import { useTranslations } from './use-translations';

/** The sentences of a part of the page. They come with the parts that say them, and not with the first load. */
export function useOwnWords<Words extends Readonly<Record<string, string>>>(
  words: Readonly<Record<Language, Words>>,
): (key: keyof Words & string, params?: MessageParams) => string {
  const { language } = useTranslations();
  return (key, params = {}) => fill(words[language][key] ?? '', params, language);
}
