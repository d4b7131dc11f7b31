import type { FileView, MovementView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { type ConsultedDesk, rowsOf, type Stay, staysOf, WAYS } from './journey-picture';
import classes from './journey.module.css';
import { JourneyPicture } from './JourneyPicture';
import { useAskedSentence, useStaySentence } from './use-stay-sentence';

/** Of a long journey its end is shown, where the file is now; the whole on request. */
const SHOWN = 40;

const NOBODY: readonly ConsultedDesk[] = [];

interface JourneyProps {
  file: Named<FileView>;
  movements: readonly Named<MovementView>[];
  /** Who was asked for an opinion meanwhile. */
  asked?: readonly ConsultedDesk[];
}

/** The desks that a file has visited, how long it stayed on each, how it came there, and who was asked meanwhile. */
export function Journey({ file, movements, asked = NOBODY }: JourneyProps) {
  const { t } = useTranslations('clock');
  const [showsAll, setShowsAll] = useState(false);
  const stays = staysOf(movements, file.clock);
  if (stays.length === 0) return null;
  const shown = showsAll ? stays : stays.slice(-SHOWN);
  const facts = { days: file.clock.age, desks: rowsOf(stays).length, hops: stays.length };
  return (
    <figure className={classes.figure}>
      <figcaption className="eyebrow">{t('journey.whole', facts)}</figcaption>
      <JourneyPicture stays={shown} asked={asked} label={t('journey.whole', facts)} />
      <div className={classes.foot}>
        <Legend stays={stays} asksOthers={asked.length > 0} />
        {stays.length > SHOWN && (
          <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('journey.showLast', { hops: SHOWN }) : t('journey.showAll', { hops: stays.length })}
          </Button>
        )}
      </div>
      <HeardStays stays={shown} asked={asked} />
    </figure>
  );
}

/** What the lines and colours mean, as far as they are there. */
function Legend({ stays, asksOthers }: { stays: readonly Stay[]; asksOthers: boolean }) {
  const { t } = useTranslations('clock');
  const ways = WAYS.filter((way) => stays.some((stay) => stay.way === way));
  const marks = [
    ...(stays.some(({ isOverLimit }) => isOverLimit) ? (['over'] as const) : []),
    ...(stays.some(({ stops }) => stops.length > 0) ? (['stopped'] as const) : []),
  ];
  return (
    <ul className={classes.legend} aria-label={t('journey.legend')}>
      {[...ways, ...marks].map((way) => (
        <li key={way}>
          <svg viewBox="0 0 24 10" width={24} height={10} aria-hidden>
            {way === 'over' || way === 'stopped' ? (
              <rect className={classes.stay} data-way={way} x={1} y={1} width={22} height={8} rx={4} />
            ) : (
              <line className={classes.way} data-way={way} x1={0} x2={24} y1={5} y2={5} />
            )}
          </svg>
          {t(`journey.way.${way}`)}
        </li>
      ))}
      {asksOthers && (
        <li>
          <svg viewBox="0 0 24 10" width={24} height={10} className={classes.asked} aria-hidden>
            <rect x={1} y={2} width={22} height={6} rx={3} />
          </svg>
          {t('journey.way.asked')}
        </li>
      )}
    </ul>
  );
}

/** The picture in words, for screen readers; the table below has more. */
function HeardStays({ stays, asked }: { stays: readonly Stay[]; asked: readonly ConsultedDesk[] }) {
  const sentence = useStaySentence();
  const askedSentence = useAskedSentence();
  return (
    <ol className="visually-hidden">
      {stays.map((stay) => (
        <li key={stay.sequence}>{sentence(stay)}</li>
      ))}
      {asked.map((one) => (
        <li key={one.id}>{askedSentence(one)}</li>
      ))}
    </ol>
  );
}
