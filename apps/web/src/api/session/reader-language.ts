import type { Language } from '@patravali/contract';

const STORED = 'patravali.language';

let shown: Language | null = null;

/** The language in which the page is shown and the server answers; before it is shown the chosen one, or the browser's if the office speaks it, or Hindi. */
export function currentLanguage(): Language {
  if (shown) return shown;
  const stored = localStorage.getItem(STORED);
  if (stored === 'hi' || stored === 'en') return stored;
  return navigator.language.startsWith('en') ? 'en' : 'hi';
}

/** From now on the page is shown in it. */
export function setCurrentLanguage(language: Language): void {
  shown = language;
}

/** Remembers the choice for this browser. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
