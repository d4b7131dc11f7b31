import en from '@messages/en/consultations.json';
import { fill, type MessageParams } from '@messages/fill';
import hi from '@messages/hi/consultations.json';
import { useTranslations } from '../language/use-translations';

const WORDS = { en, hi };

/** The sentences of consultations. They come with the parts that say them, and not with the first load. */
export function useWords(): (key: keyof typeof en, params?: MessageParams) => string {
  const { language } = useTranslations();
  return (key, params = {}) => fill(WORDS[language][key], params, language);
}
