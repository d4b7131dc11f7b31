import { correspondencePages } from '@messages/correspondence-pages';
import type { CorrespondenceView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import classes from './correspondence.module.css';

/** What stands in the place of a letter that was detached: its pages stay given. */
export function DetachedLetter({ letter }: { letter: Named<CorrespondenceView> }) {
  const { t, diaryNumber } = useTranslations();
  const { detached } = letter;
  const number = diaryNumber(letter);
  if (!detached) return null;
  return (
    <div className={classes.detached} role="document" aria-label={t('correspondence.detachedTitle')}>
      <p>
        <span className="mono">{correspondencePages(letter)}</span> ·{' '}
        <strong>{t('correspondence.detachedTitle')}</strong>
      </p>
      <p>{detached.reason}</p>
      <p className="soft small">
        {number !== null && `${t('note.diaryNumber', { number })} · `}
        <Actor actor={detached.by} /> <Time at={detached.at} />
      </p>
    </div>
  );
}
