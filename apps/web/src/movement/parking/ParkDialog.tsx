import { Checkbox, Textarea } from '@mantine/core';
import { type FileView, type Named, ParkFile, type ParkingEvent } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { dayFrom } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DayField } from '../../ui/DayField';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';

/** Until which day, or for what, the file is set aside on this desk. */
export function ParkDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations('aside');
  const { mutateAsync: park } = useCommand('parkFile');
  const { form, send } = useContractForm({
    schema: ParkFile,
    initialValues: { until: file.parkedUntil ?? '', event: file.parkedFor, remarks: '' },
  });
  const { until, event, remarks } = form.values;
  const waitsFor = (one: ParkingEvent) => ({
    checked: event === one,
    onChange: () => form.setFieldValue('event', event === one ? null : one),
  });
  const submit = () =>
    send({ until: orNothing(until) ?? null, event, remarks: orNothing(remarks) }, async (body) => {
      await park({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('aside.parked', { number: file.number }));
      onClose();
    });
  return (
    <FormDialog
      title={t('fileMove.park')}
      incomplete={event === null && until === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('aside.whyPark')}</p>
      <Checkbox label={t('aside.untilReply')} data-autofocus {...waitsFor('reply_received')} />
      {file.opinionsAwaited > 0 && <Checkbox label={t('aside.untilOpinion')} {...waitsFor('consultation_answered')} />}
      <DayField
        label={event ? t('aside.latestOn') : t('aside.untilDay')}
        min={dayFrom(1)}
        value={until}
        onChange={(day) => form.setFieldValue('until', day)}
        error={form.errors.until}
      />
      <Textarea label={t('desk.remarksOptional')} {...form.getInputProps('remarks')} />
    </FormDialog>
  );
}
