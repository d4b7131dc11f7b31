import { Button } from '@mantine/core';
import { hasCharge, type LeaveView, type Named } from '@patravali/contract';
import { useList } from '../api/lists/use-list';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { DialogButton } from '../ui/DialogButton';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { LeaveDialog } from './LeaveDialog';
import classes from './absence.module.css';

/** Leave that was, is and will be, one's own and that of others for whom one acts. */
export function Leaves() {
  const { t } = useTranslations('absence');
  const { post } = useActing();
  const leaves = useList('listLeaves', {});
  if (leaves.error) return <PageError error={leaves.error} />;
  const takesLeave = hasCharge(post.capacity);
  return (
    <section aria-labelledby="leave" className={classes.part}>
      <h2 id="leave">{t('absence.leave')}</h2>
      <p className="soft">{t('absence.leaveWhy')}</p>
      {takesLeave && (
        <p>
          <DialogButton label={t('absence.enter')} dialog={(close) => <LeaveDialog post={post} onClose={close} />} />
        </p>
      )}
      {leaves.items.length === 0 ? (
        !leaves.isPending && <p>{t('absence.none')}</p>
      ) : (
        <ul className={rows.rows} aria-label={t('absence.leave')}>
          {leaves.items.map((leave) => (
            <LeaveRow key={leave.id} leave={leave} />
          ))}
        </ul>
      )}
      {leaves.hasMore && (
        <Button variant="default" loading={leaves.isFetchingNextPage} onClick={leaves.loadMore}>
          {t('absence.more')}
        </Button>
      )}
    </section>
  );
}

function LeaveRow({ leave }: { leave: Named<LeaveView> }) {
  const { t, translate, marking, day } = useTranslations('absence');
  const { by, absent, forAnother, fromOn, fromHalf, untilOn, untilHalf, orderReference, state } = leave;
  const post = marking(leave.post);
  const from = { from: day(fromOn), fromHalf: t(`half.${fromHalf}`) };
  const whose = !forAnother
    ? t('absence.byLink', { by: translate(by), post })
    : absent === null
      ? t('absence.forVacant', { post })
      : t('absence.forAnother', { absent: translate(absent), post });
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>
          {untilOn === null
            ? t('absence.openDays', from)
            : t('absence.days', { ...from, until: day(untilOn), untilHalf: t(`half.${untilHalf}`) })}
        </strong>{' '}
        {state !== 'over' && <Pill kind={state === 'running' ? 'stamp' : 'accent'}>{t(`absence.state.${state}`)}</Pill>}
        <div>{whose}</div>
        {leave.duty !== null && <div>{t('absence.onDuty', { duty: leave.duty })}</div>}
        {orderReference !== null && <div className="soft small">{t('absence.byOrder', { order: orderReference })}</div>}
      </div>
      {state === 'to_come' && !forAnother && leave.duty === null && (
        <DialogButton
          label={t('absence.withdraw')}
          aria-label={t('absence.withdrawThat', { from: day(fromOn) })}
          variant="subtle"
          size="xs"
          dialog={(close) => <WithdrawDialog leave={leave} onClose={close} />}
        />
      )}
    </li>
  );
}

function WithdrawDialog({ leave, onClose }: { leave: Named<LeaveView>; onClose: () => void }) {
  const { t, translate, day } = useTranslations('absence');
  const withdraw = useCommand('withdrawLeave');
  const act = async () => {
    await withdraw.mutateAsync({ params: { leaveId: leave.id } });
    showSuccess(t('absence.withdrawn'));
    onClose();
  };
  return (
    <FormDialog title={t('absence.withdrawing')} onSubmit={act} onClose={onClose}>
      <p>{t('absence.withdrawWhy', { from: day(leave.fromOn), by: translate(leave.by) })}</p>
    </FormDialog>
  );
}
