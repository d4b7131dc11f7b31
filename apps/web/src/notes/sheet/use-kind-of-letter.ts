import type { CorrespondenceView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

/** Received or issued; of what was issued also that it no longer holds. */
export function useKindOfLetter(): (letter: Pick<Named<CorrespondenceView>, 'kind' | 'withdrawn'>) => string {
  const { t } = useTranslations();
  return ({ kind, withdrawn }) =>
    [t(`correspondenceKind.${kind}`), ...(withdrawn ? [t(`withdrawalKind.${withdrawn}`)] : [])].join(', ');
}
