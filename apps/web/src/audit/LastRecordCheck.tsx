import type { FoundWrong, RecordCheck } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import timeline from '../files/timeline/Timeline.module.css';
import { useTranslations } from '../language/use-translations';
import classes from './LastRecordCheck.module.css';
import { useRecordCheckWords } from './use-record-check-words';

/** When the office has checked its whole record last: one quiet line where nothing was changed, and else what, and what to do. */
export function LastRecordCheck({ check: { last, overdue } }: { check: RecordCheck }) {
  const { dateTime } = useTranslations();
  const say = useRecordCheckWords();
  const at = last ? dateTime(last.at) : '';
  if (!last?.wrong && !overdue)
    return (
      <p className={`${classes.quiet ?? ''} soft small`}>
        {last ? say('recordCheck.whole', { at, count: last.events }) : say('recordCheck.never')}
      </p>
    );
  return (
    <div className={timeline.told}>
      {last?.wrong && <Wrong wrong={last.wrong} at={at} />}
      {overdue && (
        <>
          <strong>{say('recordCheck.overdue')}</strong>
          <p>
            {last && `${say('recordCheck.lastAt', { at })} `}
            {say('recordCheck.seeLog')}
          </p>
        </>
      )}
    </div>
  );
}

function Wrong({ wrong, at }: { wrong: FoundWrong; at: string }) {
  const say = useRecordCheckWords();
  const { fault, of, place } = wrong;
  const whose = useWhose(of);
  return (
    <>
      <strong>{say('recordCheck.wrong', { at })}</strong>
      <p>
        {say(`recordCheckFault.${fault}`, { of: whose, place })}{' '}
        {of?.kind === 'file' && of.number !== null && (
          <Link to="/files/$fileId" params={{ fileId: of.id }}>
            {say('recordCheck.open')}
          </Link>
        )}
      </p>
      <p>{say('recordCheck.wayOut')}</p>
    </>
  );
}

/** Of what it is; without its number for whoever may not read it. */
function useWhose(of: FoundWrong['of']): string {
  const say = useRecordCheckWords();
  if (!of) return '';
  const { kind, number } = of;
  if (kind === 'file')
    return number === null ? say('recordCheck.of.otherFile') : say('recordCheck.of.file', { number });
  if (kind === 'receipt')
    return number === null ? say('recordCheck.of.otherReceipt') : say('recordCheck.of.receipt', { number });
  return say(`recordCheck.of.${kind}`);
}
