import en from '@messages/en/together.json';
import hi from '@messages/hi/together.json';
import { roman } from '@patravali/contract';
import { ownWords } from '../language/own-words';
import { useTranslations } from '../language/use-translations';

/** The sentences of files that are together. */
export const { useWords: useTogetherWords } = ownWords({ en, hi });

/** Part I, खण्ड 1. */
export function usePartName(): (part: number) => string {
  const { language } = useTranslations();
  const say = useTogetherWords();
  return (part) => say('together.part', { place: language === 'hi' ? String(part) : roman(part).toUpperCase() });
}
