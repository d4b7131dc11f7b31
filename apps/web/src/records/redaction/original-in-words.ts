import type { OriginalView } from '@patravali/contract';
import { correspondencePages } from '@messages/correspondence-pages';
import { useTranslations } from '../../language/use-translations';

/** What an original is called, as on its copy: `C/3–5`, or which enclosure of that letter. */
export function useOriginalInWords(): (original: OriginalView) => string {
  const { t } = useTranslations('redaction');
  return ({ part, place, ...pages }) => {
    const letter = correspondencePages(pages);
    if (place === null) return letter;
    return t(part === 'enclosure' ? 'enclosureOf' : 'ownCopyOf', { letter, place: String(place) });
  };
}

/** What each of its pages is called, from 1: `C/4`; in a paper without such numbers, `page 2`. */
export function usePageInWords({ part, firstPage }: OriginalView): (page: number) => string {
  const { t } = useTranslations('redaction-page');
  return (page) => (part === 'letter' ? `C/${firstPage + page - 1}` : t('pageOfPaper', { place: page }));
}
