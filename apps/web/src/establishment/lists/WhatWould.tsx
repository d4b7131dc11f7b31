import type { LineChange, ListChecked } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

/** As many as one looks through; the numbers above them are of all. */
const SHOWN = 200;

/** What a list would change, line by line. */
export function WhatWould({ checked: { items, same } }: { checked: ListChecked }) {
  const { t, number } = useTranslations('establishment');
  const counted = (change: LineChange) => number(items.filter((each) => each.change === change).length);
  return (
    <>
      <p role="status" style={{ margin: 0 }}>
        {t('establishment.listWould', {
          created: counted('created'),
          changed: counted('changed'),
          ended: counted('ended'),
          same: number(same),
        })}
      </p>
      <ul aria-label={t('establishment.listWhatWould')} style={{ margin: 0 }}>
        {items.slice(0, SHOWN).map(({ row, name, change }) => (
          <li key={row}>
            {change && t('establishment.listLine', { row, name, what: t(`establishment.line.${change}`) })}
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p style={{ margin: 0 }}>{t('establishment.listMore', { count: number(items.length - SHOWN) })}</p>
      )}
    </>
  );
}
