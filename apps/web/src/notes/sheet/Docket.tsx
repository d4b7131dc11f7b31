import { correspondencePages } from '@messages/correspondence-pages';
import type { CorrespondenceView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import classes from '../note.module.css';
import { ReferenceLink } from './text/ReferenceLink';
import { useKindOfLetter } from './use-kind-of-letter';

type Letter = Named<CorrespondenceView>;

/** The docket of a letter, between the notes where it came into the file; before it what was written on it. */
export function Docket({ letter }: { letter: Letter }) {
  const { t } = useTranslations();
  const kindOf = useKindOfLetter();
  const { serial, remarks, detached } = letter;
  const title = t('note.docket', { serial, kind: kindOf(letter) });
  return (
    <article className={classes.note} aria-label={title}>
      <div className={`${classes.besideNumbers ?? ''} ${classes.docket ?? ''}`}>
        {remarks.map(({ by, at, text }) => (
          <blockquote key={at} className={classes.remark}>
            {text}
            <footer className="soft small">
              <Actor actor={by} /> <Time at={at} />
            </footer>
          </blockquote>
        ))}
        <p>
          <strong>{title}</strong> · <Pages letter={letter} />
          <Details letter={letter} />
        </p>
        {detached && (
          <p className="soft small">
            {t('correspondence.detachedFor', { reason: detached.reason })} · <Actor actor={detached.by} />{' '}
            <Time at={detached.at} />
          </p>
        )}
      </div>
    </article>
  );
}

function Pages({ letter }: { letter: Letter }) {
  const pages = correspondencePages(letter);
  if (letter.detached) return <s className="mono">{pages}</s>;
  return <ReferenceLink to={{ kind: 'correspondence', page: letter.firstPage }} label={pages} />;
}

function Details({ letter }: { letter: Letter }) {
  const { t, day, diaryNumber } = useTranslations();
  const { party, letterNumber, letterDate } = letter;
  const number = diaryNumber(letter);
  const diary = number === null ? null : t('note.diaryNumber', { number });
  return [party, letterNumber, letterDate === null ? null : day(letterDate), diary]
    .filter((each) => each !== null)
    .map((each) => ` · ${each}`)
    .join('');
}
