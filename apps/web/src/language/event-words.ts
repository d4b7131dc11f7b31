import enActs from '@messages/en/acts.json';
import enCauses from '@messages/en/causes.json';
import enFacts from '@messages/en/facts.json';
import hiActs from '@messages/hi/acts.json';
import hiCauses from '@messages/hi/causes.json';
import hiFacts from '@messages/hi/facts.json';
import type { Language } from '@patravali/contract';
import { useMemo } from 'react';
import { useShown } from './language';

const WORDS: Record<Language, Readonly<Record<string, string>>> = {
  en: { ...enActs, ...enCauses, ...enFacts },
  hi: { ...hiActs, ...hiCauses, ...hiFacts },
};

/** What events are called, and what they record; the name itself where there is no label. */
export interface EventWords {
  eventOf: (name: string) => string;
  factOf: (name: string) => string;
  /** What a value of a closed list is called that only events tell; undefined for those of other lists. */
  valueOf: (key: string) => string | undefined;
}

/** They come with the part of the page that tells of events, and not with the first load. */
export function useEventWords(): EventWords {
  const { language } = useShown();
  return useMemo(() => eventWordsOf(language), [language]);
}

export const eventWordsOf = (language: Language): EventWords => ({
  eventOf: (name) => WORDS[language][`event.${name}`] ?? name,
  factOf: (name) => WORDS[language][`fact.${name}`] ?? name,
  valueOf: (key) => WORDS[language][key],
});

/** The names of all events, in the order in which they are offered. */
export const EVENT_NAMES = Object.keys(enActs)
  .filter((key) => key.startsWith('event.'))
  .map((key) => key.slice('event.'.length));
