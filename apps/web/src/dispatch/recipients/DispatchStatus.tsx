import type { DispatchView, IssueView, Named, Sending } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { DialogButton } from '../../ui/DialogButton';
import { Time } from '../../ui/Time';
import classes from '../dispatch.module.css';
import { FollowDialog } from './FollowDialog';
import { ReportLine } from './ReportLine';
import { inRupees } from './recipients';

interface DispatchStatusProps {
  issue: Named<IssueView>;
  sending: Named<Sending>;
  dispatch: Named<DispatchView>;
}

/** What became of one dispatch, with its number under that of the letter; what was sent and is no mail can still be followed. */
export function DispatchStatus({ issue, sending, dispatch }: DispatchStatusProps) {
  const { t, labelOf, marking, diaryNumber } = useTranslations('outward');
  const { mode, state } = dispatch;
  const bad = state === 'failed' || state === 'returned';
  const kind = bad ? 'stamp' : state === 'queued' ? 'yellow' : 'accent';
  const { email, to, trackingNumber, postage } = dispatch;
  const arrivedAs = diaryNumber(dispatch);
  const facts = [
    t(`dispatchMode.${mode}`),
    email,
    to && arrivedAs !== null && t('outward.arrivedAt', { post: marking(to), number: arrivedAs }),
    trackingNumber,
    postage !== null && t('outward.paid', { rupees: inRupees(postage) }),
  ];
  return (
    <div className={classes.status}>
      <span className="mono">{t('outward.numberOf', { number: issue.number, ordinal: String(dispatch.ordinal) })}</span>{' '}
      <Pill kind={kind}>{t(`dispatchState.${state}`)}</Pill> {facts.filter(Boolean).join(' · ')} ·{' '}
      <Time at={dispatch.endedAt ?? dispatch.sentAt ?? dispatch.at} /> ·{' '}
      <span className="mono">{marking(dispatch.by.post)}</span>
      {dispatch.failure !== null && (
        <span className={classes.failure}> · {labelOf(`dispatchFailure.${dispatch.failure}`)}</span>
      )}{' '}
      {issue.mayDispatch && state === 'sent' && mode !== 'email' && (
        <DialogButton
          label={t('dispatch.follow')}
          variant="subtle"
          size="compact-xs"
          dialog={(close) => <FollowDialog issue={issue} sending={sending} dispatch={dispatch} onClose={close} />}
        />
      )}
      {dispatch.report && (
        <ReportLine issue={issue} sending={sending} dispatchId={dispatch.id} report={dispatch.report} />
      )}
      {dispatch.unansweredAttempts > 0 && (
        <div className="soft small">
          {t(`dispatch.unanswered.${state === 'queued' || state === 'failed' ? state : 'sent'}`)}
        </div>
      )}
      {dispatch.notTold !== null && (
        <div className={classes.failure}>
          {t('outward.notTold')} · {labelOf(`dispatchFailure.${dispatch.notTold}`)}
        </div>
      )}
    </div>
  );
}
