import type { Crash } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../api/query-of';
import { useTranslations } from '../language/use-translations';
import classes from './BackupState.module.css';

const ASKED_EVERY_MS = 5 * 60_000;
/** Until when this browser's administrators have seen what has crashed. */
const STORED = 'patravali.crashes-seen';
/** What the page of posts says in more words. */
const SAID_ELSEWHERE = 'backup';

/** For administrators: what keeps the office from working as it should, and what has crashed since somebody last looked. */
export function OfficeTroubles() {
  const { t, dateTime } = useTranslations('troubles');
  const { data } = useQuery(queryOf('listTroubles', {}, { refetchInterval: ASKED_EVERY_MS }));
  const [seen, setSeen] = useState(() => localStorage.getItem(STORED) ?? '');
  if (!data) return null;
  const troubles = data.troubles.filter((trouble) => trouble !== SAID_ELSEWHERE);
  const [crash, ...before] = data.crashes.filter(({ at }) => at > seen);
  if (troubles.length === 0 && !crash) return null;
  const putAway = ({ at }: Crash) => {
    localStorage.setItem(STORED, at);
    setSeen(at);
  };
  return (
    <section className={classes.overdue} aria-labelledby="troubles">
      <strong id="troubles">{t('troubles.title')}</strong>
      {troubles.map((trouble) => (
        <p key={trouble}>{t(`trouble.${trouble}`)}</p>
      ))}
      {crash && (
        <p>
          {t('troubles.crashed', { at: dateTime(crash.at), part: t(`crashedPart.${crash.part}`) })}{' '}
          {before.length > 0 && t('troubles.crashedBefore', { count: before.length })}{' '}
          <button type="button" onClick={() => putAway(crash)}>
            {t('troubles.seen')}
          </button>
        </p>
      )}
    </section>
  );
}
