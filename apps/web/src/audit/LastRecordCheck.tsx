import type { FoundWrong, RecordCheck } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import timeline from '../files/timeline/Timeline.module.css';
import { useTranslations } from '../language/use-translations';
import classes from './LastRecordCheck.module.css';

/** When the office has checked its whole record last: one quiet line where nothing was changed, and else what, and what to do. */
export function LastRecordCheck({ check: { last, overdue } }: { check: RecordCheck }) {
  const { t, dateTime } = useTranslations('record-check');
  const at = last ? dateTime(last.at) : '';
  if (!last?.wrong && !overdue)
    return (
      <p className={`${classes.quiet ?? ''} soft small`}>
        {last ? t('recordCheck.whole', { at, count: last.events }) : t('recordCheck.never')}
      </p>
    );
  return (
    <div className={timeline.told}>
      {last?.wrong && <Wrong wrong={last.wrong} at={at} />}
      {overdue && (
        <>
          <strong>{t('recordCheck.overdue')}</strong>
          <p>
            {last && `${t('recordCheck.lastAt', { at })} `}
            {t('recordCheck.seeLog')}
          </p>
        </>
      )}
    </div>
  );
}

function Wrong({ wrong, at }: { wrong: FoundWrong; at: string }) {
  const { t } = useTranslations('record-check');
  const { fault, of, place } = wrong;
  const whose = useWhose(of);
  return (
    <>
      <strong>{t('recordCheck.wrong', { at })}</strong>
      <p>
        {t(`recordCheckFault.${fault}`, { of: whose, place })}{' '}
        {of?.kind === 'file' && of.number !== null && (
          <Link to="/files/$fileId" params={{ fileId: of.id }}>
            {t('recordCheck.open')}
          </Link>
        )}
      </p>
      <p>{t('recordCheck.wayOut')}</p>
    </>
  );
}

/** Of what it is; without its number for whoever may not read it. */
function useWhose(of: FoundWrong['of']): string {
  const { t } = useTranslations('record-check');
  if (!of) return '';
  const { kind, number } = of;
  if (kind === 'file') return number === null ? t('recordCheck.of.otherFile') : t('recordCheck.of.file', { number });
  if (kind === 'receipt')
    return number === null ? t('recordCheck.of.otherReceipt') : t('recordCheck.of.receipt', { number });
  return t(`recordCheck.of.${kind}`);
}
