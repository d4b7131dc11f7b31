import type { Named, SearchHit } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { Time } from '../ui/Time';
import { useNumberOfHit, usePlaceOfHit } from './place-of-hit';
import classes from './search.module.css';
import { WordsFound } from './WordsFound';

/** What was found beside files: its number and where it stands, the words marked, who wrote it and when. */
export function HitRow({ hit }: { hit: Named<SearchHit> }) {
  const { t } = useTranslations('search');
  const number = useNumberOfHit(hit);
  const place = usePlaceOfHit(hit);
  return (
    <span className={classes.hit}>
      <span className={classes.where}>
        {number !== '' && <span className={`mono ${classes.number ?? ''}`}>{number}</span>}
        {hit.file && <span className="mono soft small">{hit.file.number}</span>}
        {hit.foundBy !== 'words' && <Pill>{t(`search.by.${hit.foundBy}`)}</Pill>}
      </span>
      <span className={classes.at}>{hit.at && <Time at={hit.at} form="day" />}</span>
      {hit.title && (
        <span className={classes.title}>
          <WordsFound of={hit.title} />
        </span>
      )}
      {hit.snippet && (
        <span className={classes.snippet}>
          <WordsFound of={hit.snippet} />
        </span>
      )}
      {place !== '' && <span className={classes.place}>{place}</span>}
    </span>
  );
}
