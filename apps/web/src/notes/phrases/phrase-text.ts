import type { Language, QuickPhrase } from '@patravali/contract';

/** What a text is given of a phrase, and in which language that is. */
export interface ShownPhrase {
  readonly text: string;
  readonly language: Language;
}

/** In the language shown if there is such a text, else in the other. */
export function shownPhrase({ hi, en }: QuickPhrase['text'], language: Language): ShownPhrase {
  const [first, other] = language === 'hi' ? ([hi, en] as const) : ([en, hi] as const);
  if (first !== null) return { text: first, language };
  return { text: other ?? '', language: language === 'hi' ? 'en' : 'hi' };
}
