import en from '@messages/en/together.json';
import { fill, type MessageParams } from '@messages/fill';
import hi from '@messages/hi/together.json';
import { roman } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

const WORDS = { en, hi };

type Say = (key: keyof typeof en, params?: MessageParams) => string;

/** The sentences of files that are together. They come with the parts that say them, and not with the first load. */
export function useTogetherWords(): Say {
  const { language } = useTranslations();
  return (key, params = {}) => fill(WORDS[language][key], params, language);
}

/** Part I, खण्ड 1. */
export function usePartName(): (part: number) => string {
  const { language } = useTranslations();
  const say = useTogetherWords();
  return (part) => say('together.part', { place: language === 'hi' ? String(part) : roman(part).toUpperCase() });
}
