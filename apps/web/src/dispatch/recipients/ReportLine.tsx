import type { DispatchView, IssueView, Named, Sending } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { ActButton } from '../../ui/ActButton';
import { Pill } from '../../ui/Badges';
import { showSuccess } from '../../ui/notices/announcements';
import { Time } from '../../ui/Time';
import classes from '../dispatch.module.css';

interface ReportLineProps {
  issue: Named<IssueView>;
  sending: Named<Sending>;
  dispatchId: string;
  report: NonNullable<Named<DispatchView>['report']>;
}

/** What a mail server says became of a mail, as a quotation; whoever may send the letter says whether it is so. */
export function ReportLine({ issue, sending, dispatchId, report }: ReportLineProps) {
  const { t } = useTranslations('outward');
  const answer = useCommand('answerReport');
  const { outcome, words, at, dismissedAt } = report;
  const { name } = sending.addressee;
  const act = (holds: boolean) => async () => {
    await answer.mutateAsync({ params: { issueId: issue.id, dispatchId }, body: { outcome, holds } });
    showSuccess(t('outward.reportAnswered', { name }));
  };
  return (
    <div className={classes.status}>
      <Pill kind={dismissedAt === null ? 'yellow' : 'accent'}>{t(`reportedOutcome.${outcome}`)}</Pill>{' '}
      {t('outward.report', { words })} · <Time at={at} />
      {dismissedAt !== null && (
        <>
          {' · '}
          {t('outward.reportDismissed')} · <Time at={dismissedAt} />
        </>
      )}{' '}
      {issue.mayDispatch && (
        <>
          <ActButton label={t(`outward.reportHolds.${outcome}`)} variant="subtle" size="compact-xs" act={act(true)} />
          {dismissedAt === null && (
            <ActButton label={t('outward.reportDismiss')} variant="subtle" size="compact-xs" act={act(false)} />
          )}
        </>
      )}
    </div>
  );
}
