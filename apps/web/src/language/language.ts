import type { KeptLanguages, Language } from '@patravali/contract';
import { useSyncExternalStore } from 'react';
import { currentLanguage, rememberLanguage, setCurrentLanguage } from '../api/session/reader-language';
import { lazyImport } from '../parts/lazy-import';
import type { Messages } from './message-keys';

/** The language shown and its sentences; null only until the first ones are there. */
interface ShownLanguage {
  language: Language;
  messages: Messages;
}

let shown: ShownLanguage | null = null;
/** The language of an office that keeps one alone. */
let only: Language | null = null;
/** What this office calls otherwise than the manual. */
let officeWords: Partial<Record<Language, Readonly<Record<string, string>>>> = {};
const listeners = new Set<() => void>();

const LOADERS: Record<Language, () => Promise<{ messages: Messages }>> = {
  hi: lazyImport(() => import('./messages-hi')),
  en: lazyImport(() => import('./messages-en')),
};

/** Shows the page in a language; its sentences are fetched first, so nothing flickers. */
export async function showLanguage(language: Language): Promise<void> {
  const { messages } = await LOADERS[language]();
  shown = { language, messages: { ...messages, ...officeWords[language] } };
  setCurrentLanguage(language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** From now on the page calls these things as the office does, by the keys of their labels. */
export function sayAsOffice(words: Partial<Record<Language, Readonly<Record<string, string>>>>): void {
  officeWords = words;
  if (!shown) return;
  const { language, messages } = shown;
  const said: Readonly<Record<string, string>> = messages;
  const isNews = Object.entries(words[language] ?? {}).some(([key, word]) => said[key] !== word);
  if (isNews) void showLanguage(language);
}

/** From now on the page is shown in a language that the office keeps. */
export async function keepLanguages(kept: KeptLanguages): Promise<void> {
  const before = only;
  only = kept === 'bilingual' ? null : kept;
  if (only !== null && currentLanguage() !== only) {
    rememberLanguage(only);
    await showLanguage(only);
  } else if (only !== before) for (const listener of listeners) listener();
}

/** Changes to the other language, if the office keeps it, and remembers it for this browser. */
export async function switchLanguage(): Promise<void> {
  if (only !== null) return;
  const other: Language = currentLanguage() === 'hi' ? 'en' : 'hi';
  rememberLanguage(other);
  await showLanguage(other);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useShown = (): ShownLanguage => hasRun(useSyncExternalStore(subscribe, () => shown));

/** The language of an office that keeps one alone; null where it keeps both. */
export const useOnlyLanguage = (): Language | null => useSyncExternalStore(subscribe, () => only);

export const shownNow = (): ShownLanguage => hasRun(shown);

function hasRun(now: ShownLanguage | null): ShownLanguage {
  if (!now) throw new Error('showLanguage() must have run before anything is said');
  return now;
}
