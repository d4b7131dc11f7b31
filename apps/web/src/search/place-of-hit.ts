import type { Named, SearchHit } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { draftLabel } from '../notes/editor/written-reference';

/** By what people name it: `N/3`, `DFA II`, a diary number, the number of a letter; of a scan with the page. */
export function useNumberOfHit(hit: Named<SearchHit>): string {
  const { t, diaryNumber, number: written } = useTranslations('search');
  const number = diaryNumber({ diaryNumber: hit.number, diaryNumberHi: hit.numberHi }) ?? '';
  if (hit.kind === 'note') return hit.ordinal === null ? '' : `N/${hit.ordinal}`;
  if (hit.kind === 'draft') return hit.ordinal === null ? '' : draftLabel({ id: hit.id, ordinal: hit.ordinal }, false);
  if (hit.kind === 'scan' && hit.page !== null)
    return [number, t('search.page', { page: written(hit.page) })].filter(Boolean).join(' · ');
  return number;
}

/** Who, from which post, and in which file. */
export function usePlaceOfHit({ kind, author, post, file }: Named<SearchHit>): string {
  const { translate, marking } = useTranslations();
  const isOffice = kind === 'person' || kind === 'post';
  return [
    author && translate(author),
    post && (isOffice ? `${translate(post.designation)}, ${translate(post.unit)} · ${marking(post)}` : marking(post)),
    file?.subject,
  ]
    .filter(Boolean)
    .join(' · ');
}
