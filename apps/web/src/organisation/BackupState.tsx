import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useTranslations } from '../language/use-translations';
import classes from './BackupState.module.css';

/** When the office was last backed up: one quiet line, or what its administrator should do. */
export function BackupState() {
  const { t, dateTime, number } = useTranslations('backup');
  const { data } = useQuery(queryOf('getLastBackup', {}));
  if (!data) return null;
  const { last, overdue } = data;
  const said = last
    ? t('backup.last', { at: dateTime(last.at), count: last.documents, documents: number(last.documents) })
    : t('backup.never');
  const key = last && !last.withKey && t('backup.withoutKey');
  if (!overdue)
    return (
      <p className="soft small">
        {said} {key}
      </p>
    );
  return (
    <div className={classes.overdue}>
      <strong>{t('backup.overdue')}</strong>
      <p>
        {said} {t('backup.wayOut')} {key}
      </p>
    </div>
  );
}
