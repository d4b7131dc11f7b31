import type { FoundWrong, RecordCheck } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import timeline from '../files/timeline/Timeline.module.css';
import { useRowWords } from '../language/row-words';
import { useTranslations } from '../language/use-translations';
import classes from './LastRecordCheck.module.css';

/** When the office has checked its record last, and what was not compared: quietly where nothing was changed, and else what, and what to do. */
export function LastRecordCheck({ check }: { check: RecordCheck }) {
  const { t, dateTime } = useTranslations('record-check');
  const { last, overdue } = check;
  const at = last ? dateTime(last.at) : '';
  if (!last?.wrong && !overdue) return <Quiet check={check} />;
  return (
    <div className={timeline.told}>
      {last?.wrong && <Wrong last={last} wrong={last.wrong} at={at} />}
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

type Last = NonNullable<RecordCheck['last']>;

function Quiet({ check: { last, wholeAt } }: { check: RecordCheck }) {
  const { t, dateTime } = useTranslations('record-check');
  const extent = last && { at: dateTime(last.at), count: last.events };
  const since = last?.since && { since: dateTime(last.since), wholeAt: wholeAt ? dateTime(wholeAt) : '—' };
  return (
    <p className={`${classes.quiet ?? ''} soft small`}>
      {!extent && t('recordCheck.never')}
      {extent && (since ? t('recordCheck.grown', { ...extent, ...since }) : t('recordCheck.whole', extent))}
      {last && <Uncovered last={last} />}
      {last && ` ${t('recordCheck.notCompared')}`}
    </p>
  );
}

/** What no checkpoint covered when it was checked. */
function Uncovered({ last: { uncoveredSeconds: count } }: { last: Last }) {
  const { t } = useTranslations('record-check');
  return count > 0 ? ` ${t('recordCheck.uncovered', { count })}` : null;
}

function Wrong({ last, wrong, at }: { last: Last; wrong: FoundWrong; at: string }) {
  const { t, dateTime } = useTranslations('record-check');
  const { fault, of, place } = wrong;
  const whose = useWhose(of);
  const rowOf = useRowWords();
  const isRow = fault.startsWith('row_') && fault !== 'row_lines_changed';
  return (
    <>
      <strong>{t('recordCheck.wrong', { at })}</strong>
      <p>
        {t(`recordCheckFault.${fault}`, { of: whose, place: isRow ? rowOf(place) : place })}{' '}
        {of?.kind === 'file' && of.number !== null && (
          <Link to="/files/$fileId" params={{ fileId: of.id }}>
            {t('recordCheck.open')}
          </Link>
        )}
      </p>
      <p>{t('recordCheck.wayOut')}</p>
      <p>
        {last.since && `${t('recordCheck.onlyGrown', { since: dateTime(last.since) })} `}
        {t('recordCheck.firstAlone')}
        <Uncovered last={last} />
      </p>
    </>
  );
}

/** Of what it is; without its number for whoever may not read it. */
function useWhose(of: FoundWrong['of']): string {
  const { t, diaryNumber } = useTranslations('record-check');
  if (!of) return '';
  const { kind } = of;
  const number = diaryNumber({ diaryNumber: of.number, diaryNumberHi: of.numberHi });
  if (kind === 'file') return number === null ? t('recordCheck.of.otherFile') : t('recordCheck.of.file', { number });
  if (kind === 'receipt')
    return number === null ? t('recordCheck.of.otherReceipt') : t('recordCheck.of.receipt', { number });
  return t(`recordCheck.of.${kind}`);
}
