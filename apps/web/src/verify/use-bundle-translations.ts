import { useEventWords } from '../language/event-words';
import { useTranslations } from '../language/use-translations';

/** The sentences of the page for bundles, beside those of all pages. */
export function useBundleTranslations() {
  return { ...useTranslations('verify-bundle'), ...useEventWords() };
}
