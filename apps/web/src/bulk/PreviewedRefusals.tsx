import { useTranslations } from '../language/use-translations';
import type { Refused, useCheck } from './api';
import classes from './bulk.module.css';
import { RefusedList } from './RefusedList';
import { RefusalLine } from '../ui/notices/RefusalLine';
import type { MovedThing, Thing } from './thing';

interface PreviewedRefusalsProps {
  of: MovedThing;
  things: readonly Thing[];
  check: ReturnType<typeof useCheck>;
}

/** What the act would do to each: how many it touches, and which it cannot, and why. */
export function PreviewedRefusals({ of, things, check: { data: refused, error, isFetching } }: PreviewedRefusalsProps) {
  const { t } = useTranslations('bulk');
  if (error) return <RefusalLine error={error} />;
  if (!refused) return isFetching ? <p className="soft small">{t('bulk.checking')}</p> : null;
  return (
    <section className={classes.previewed} aria-live="polite" aria-busy={isFetching}>
      <p>{t(`bulk.${of}.possible`, { count: possible(things, refused) })}</p>
      {refused.size > 0 && (
        <>
          <p>{t(`bulk.${of}.impossible`, { count: things.length - possible(things, refused) })}</p>
          <RefusedList things={things} refused={refused} />
        </>
      )}
    </section>
  );
}

export const possible = (things: readonly { id: string }[], refused: Refused): number =>
  things.filter(({ id }) => !refused.has(id)).length;
