import type { Language } from '@patravali/contract';
import { fill, type MessageParams } from '@messages/fill';
import { currentLanguage, useShown } from './language';

interface OwnWords<Key> {
  /** In the language that is shown now. */
  readonly say: (key: Key, params?: MessageParams) => string;
  /** The same for a component, which is drawn anew when the language changes. */
  readonly useWords: () => (key: Key, params?: MessageParams) => string;
}

/** Sentences that come with the part of the page that says them, and not with the first load. */
export function ownWords<Key extends string>(words: Record<Language, Record<Key, string>>): OwnWords<Key> {
  const say: OwnWords<Key>['say'] = (key, params = {}) => {
    const language = currentLanguage();
    return fill(words[language][key], params, language);
  };
  const useWords = () => {
    useShown();
    return say;
  };
  return { say, useWords };
}
