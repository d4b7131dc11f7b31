import { formatNumber } from '@language/numbers';
import { fill, type MessageParams } from '@language/fill';
import { formatDate, formatDayAndMonth, formatInstant, formatTime } from '@language/dates';
import {
  type Bilingual,
  type Diarised,
  diaryNumberIn,
  type Language,
  type Marked,
  markingIn,
} from '@patravali/contract';
import { useMemo } from 'react';
import { WORDS } from 'virtual:words';
import { shownNow, useShown } from './language';
import type { MessageKey, Messages } from './message-keys';
import type { KeyOf, MessageTopic } from './message-topics';

type Sentences = Readonly<Record<string, string>>;

export interface Translations<T extends MessageTopic = never> {
  language: Language;
  /** The sentence of a key, with its parameters filled in. */
  t: (key: MessageKey | KeyOf<T>, params?: MessageParams) => string;
  /** The label of a name that the server sent, such as a file's state; the name itself if there is none. */
  labelOf: (key: string) => string;
  /** The text in the language shown. */
  translate: (text: Bilingual) => string;
  /** How lists name a post in the language shown; nothing where there is none. */
  marking: (post: Marked | null | undefined) => string;
  /** The diary number of a letter as it is read in the language shown. */
  diaryNumber: <Number extends string | null>(letter: Diarised<Number>) => Number | string;
  number: (value: number) => string;
  /** `24 Nov 2026` / `24 नवम्बर 2026`, of a day or an instant, as it is in India. */
  day: (value: string) => string;
  /** `24.11.2026`, in a register. */
  registerDay: (value: string) => string;
  /** `24.11.2026, 10:05` */
  registerTime: (instant: string) => string;
  /** `24 Nov` */
  dayShort: (value: string) => string;
  /** `10:05` */
  time: (instant: string) => string;
  /** `24 Nov 2026, 10:05` */
  dateTime: (instant: string) => string;
}

/**
 * The texts of the page, numbers and dates, in the language shown.
 * @param topics those whose sentences are said beside the ones of all pages, as texts in quotes: by them the build sees which
 *   sentences a part of the page needs.
 */
export function useTranslations<T extends MessageTopic = never>(...topics: readonly T[]): Translations<T> {
  const { language, messages } = useShown();
  // A component names the same topics whenever it is drawn.
  return useMemo(() => translationsOf(language, messages, topics), [language, messages]);
}

/** The same where nothing is drawn, in the language that is shown at this moment. */
export function translationsNow<T extends MessageTopic = never>(...topics: readonly T[]): Translations<T> {
  const { language, messages } = shownNow();
  return translationsOf(language, messages, topics);
}

export function translationsOf<T extends MessageTopic = never>(
  language: Language,
  messages: Messages,
  topics: readonly T[] = [],
): Translations<T> {
  const own: readonly Sentences[] = [...topics.map((topic) => WORDS[topic][language]), messages];
  const sentenceOf = (key: string) => own.find((sentences) => key in sentences)?.[key];
  return {
    language,
    t: (key, params = {}) => fill(sentenceOf(key) ?? key, params, language),
    labelOf: (key) => sentenceOf(key) ?? key.slice(key.indexOf('.') + 1),
    translate: (text) => text[language] || text.en || text.hi,
    marking: (post) => markingIn(post, language),
    diaryNumber: (letter) => diaryNumberIn(letter, language),
    number: formatNumber,
    day: (value) => formatDate('screen', value, language),
    registerDay: (value) => formatDate('register', value, language),
    registerTime: (instant) => formatInstant('register', instant, language),
    dayShort: (value) => formatDayAndMonth(value, language),
    time: formatTime,
    dateTime: (instant) => formatInstant('screen', instant, language),
  };
}
