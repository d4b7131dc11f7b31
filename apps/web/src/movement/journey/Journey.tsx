import { useState } from 'react';
import { useMovements } from '../api';
import { useTranslations } from '../../language/use-translations';
import { barsOf, daysOf, longestOf, rowsOf, type Stay, staysOf } from './journey-picture';
import classes from './journey.module.css';
import { JourneyPicture } from './JourneyPicture';
import { useWholeList } from '../../api/use-whole-list';

/** A bar is at least this part of the whole, so that an hour on a desk can still be seen. */
const LEAST = 0.02;

/** The desks that a file has visited, how long it stayed on each, and where it came back to. */
export function Journey({ fileId }: { fileId: string }) {
  const { t } = useTranslations();
  const movements = useWholeList(useMovements(fileId));
  const [now] = useState(() => Date.now());
  const stays = staysOf(movements.items);
  const first = stays[0];
  if (!first) return null;
  const rows = rowsOf(stays);
  const days = Math.floor(((stays.at(-1)?.until ?? now) - first.from) / 86_400_000);
  return (
    <figure className={classes.figure}>
      <figcaption className="eyebrow">{t('journey.title', { days, desks: rows.length })}</figcaption>
      <JourneyPicture
        rows={rows}
        bars={barsOf(stays, rows, now, LEAST)}
        longest={longestOf(stays, now)}
        now={now}
        label={t('journey.label', { stays: stays.length, desks: rows.length })}
      />
      <HeardStays stays={stays} now={now} />
    </figure>
  );
}

/** The picture in words, for screen readers. */
function HeardStays({ stays, now }: { stays: readonly Stay[]; now: number }) {
  const { t, day } = useTranslations();
  return (
    <ol className="visually-hidden">
      {stays.map((stay) => (
        <li key={stay.from}>
          {t('journey.stay', {
            post: stay.post.marking,
            from: day(new Date(stay.from).toISOString()),
            days: daysOf(stay, now),
          })}
        </li>
      ))}
    </ol>
  );
}
