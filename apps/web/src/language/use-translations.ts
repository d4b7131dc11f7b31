import { formatDate, formatDayAndMonth, formatInstant, formatTime } from '@messages/dates';
import { fill, type MessageParams } from '@messages/fill';
import { formatNumber } from '@messages/numbers';
import type { Bilingual, Language } from '@patravali/contract';
import { useMemo } from 'react';
import { useShown } from './language';
import type { MessageKey, Messages } from './message-keys';

export interface Translations {
  language: Language;
  /** The sentence of a key, with its parameters filled in. */
  t: (key: MessageKey, params?: MessageParams) => string;
  /** The label of a name that the server sent, such as a file's state; the name itself if there is none. */
  labelOf: (key: string) => string;
  /** The text in the language shown. */
  translate: (text: Bilingual) => string;
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

/** The texts of the page, numbers and dates, in the language shown. */
export function useTranslations(): Translations {
  const { language, messages } = useShown();
  return useMemo(() => translationsOf(language, messages), [language, messages]);
}

export function translationsOf(language: Language, messages: Messages): Translations {
  const known: Readonly<Record<string, string | undefined>> = messages;
  return {
    language,
    t: (key, params = {}) => fill(messages[key], params, language),
    labelOf: (key) => known[key] ?? key.slice(key.indexOf('.') + 1),
    translate: (text) => text[language] || text.en || text.hi,
    number: formatNumber,
    day: (value) => formatDate('screen', value, language),
    registerDay: (value) => formatDate('register', value, language),
    registerTime: (instant) => formatInstant('register', instant, language),
    dayShort: (value) => formatDayAndMonth(value, language),
    time: formatTime,
    dateTime: (instant) => formatInstant('screen', instant, language),
  };
}
