import type { Named, TrustedRoot } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';

/** When something ended, by whom and why. */
export function EndedBy({ ended }: { ended: NonNullable<Named<TrustedRoot>['ended']> }) {
  const { t, dateTime } = useTranslations('signing');
  return (
    <div>
      {t('signing.endedAt', { at: dateTime(ended.at) })} · <Actor actor={ended.by} /> · {ended.reason}
    </div>
  );
}
