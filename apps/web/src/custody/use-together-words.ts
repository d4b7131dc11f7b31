import en from '@messages/en/together.json';
import hi from '@messages/hi/together.json';
import { roman } from '@patravali/contract';
import { ownWords } from '../language/own-words';
import { useTranslations } from '../language/use-translations';

/** The sentences of files that are together. */
export const { useWords: useTogetherWords } = ownWords({ en, hi });

/** Part I, खण्ड 1. */
export const usePartName = () => useNameOf('together.part');

/** Volume II, जिल्द 2. */
export const useVolumeName = () => useNameOf('together.volume');

function useNameOf(what: 'together.part' | 'together.volume'): (place: number) => string {
  const { language } = useTranslations();
  const say = useTogetherWords();
  return (place) => say(what, { place: language === 'hi' ? String(place) : roman(place).toUpperCase() });
}
