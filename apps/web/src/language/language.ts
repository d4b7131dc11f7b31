import type { Language } from '@patravali/contract';
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

/** Changes to the other language and remembers it for this browser. */
export async function switchLanguage(): Promise<void> {
  const other: Language = currentLanguage() === 'hi' ? 'en' : 'hi';
  rememberLanguage(other);
  await showLanguage(other);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useShown = (): ShownLanguage => hasRun(useSyncExternalStore(subscribe, () => shown));

export const shownNow = (): ShownLanguage => hasRun(shown);

function hasRun(now: ShownLanguage | null): ShownLanguage {
  if (!now) throw new Error('showLanguage() must have run before anything is said');
  return now;
}
