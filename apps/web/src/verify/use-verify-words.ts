import en from '@messages/en/verify-bundle.json';
import hi from '@messages/hi/verify-bundle.json';
import { useEventWords } from '../language/event-words';
import { ownWords } from '../language/own-words';
import { useTranslations } from '../language/use-translations';

const { useWords } = ownWords({ en, hi });

/** The sentences of the page for bundles, beside those of all pages. */
export function useVerifyWords() {
  return { ...useTranslations(), ...useEventWords(), say: useWords() };
}
