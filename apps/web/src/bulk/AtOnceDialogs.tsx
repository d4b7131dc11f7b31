import { DayField } from '../ui/DayField';
import { Checkbox } from '@mantine/core';
import { ParkFile } from '@patravali/contract';
import { dayFrom } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { showSuccess } from '../ui/notices/announcements';
import { ActDialog, type BulkDialogProps } from './ActDialog';

/** Sets the files aside on this desk, all until the same day or event. */
export function ParkFilesDialog(props: BulkDialogProps) {
  const { t } = useTranslations('aside');
  const { form, check, refuse } = useContractForm({ schema: ParkFile, initialValues: { until: '', reply: false } });
  const { until, reply } = form.values;
  const asked = { until: orNothing(until) ?? null, event: reply ? ('reply_received' as const) : null };
  return (
    <ActDialog
      {...props}
      title={t('fileMove.park')}
      asked={reply || until !== '' ? { of: 'files', act: { kind: 'park', ...asked } } : null}
      tell={({ length: count }) => showSuccess(t('aside.parkedTogether', { count }))}
      check={() => check(asked) !== null}
      refuse={refuse}
    >
      <p className="soft small">{t('aside.whyPark')}</p>
      <Checkbox label={t('aside.untilReply')} data-autofocus {...form.getInputProps('reply', { type: 'checkbox' })} />
      <DayField
        label={reply ? t('aside.latestOn') : t('aside.untilDay')}
        min={dayFrom(1)}
        value={until}
        onChange={(day) => form.setFieldValue('until', day)}
        error={form.errors.until}
      />
    </ActDialog>
  );
}

/** Follows the files: what has happened to them up to now has been seen. */
export function FollowFilesDialog(props: BulkDialogProps) {
  const { t } = useTranslations('aside');
  return (
    <ActDialog
      {...props}
      title={t('fileMove.follow')}
      asked={{ of: 'files', act: { kind: 'follow' } }}
      tell={({ length: count }) => showSuccess(t('aside.followedTogether', { count }))}
    >
      <p>{t('aside.whyFollow')}</p>
    </ActDialog>
  );
}
