import { NativeSelect, NumberInput, Radio, Stack, Textarea } from '@mantine/core';
import {
  EVIDENCE_KINDS,
  type FileView,
  HOLDERS_STOP_REASONS,
  type Named,
  StopClock,
  type StopEvidence,
} from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DayField } from '../../ui/DayField';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';

interface Values {
  reason: string;
  kind: StopEvidence['kind'];
  number: number | string;
  words: string;
  on: string;
}

/** Why the days on this desk are not counted, and what shows it. */
export function StopClockDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations('clock');
  const { mutateAsync: stop } = useCommand('stopClock');
  const initialValues: Values = {
    reason: HOLDERS_STOP_REASONS[0],
    number: '',
    words: '',
    on: today(),
    kind: file.counts.correspondence > 0 ? 'correspondence' : 'words',
  };
  const { form, send } = useContractForm({ schema: StopClock, initialValues });
  const { reason, kind, number, words, on } = form.values;
  const evidence = kind === 'words' ? { kind, words, on } : { kind, number };
  const submit = () =>
    send({ reason, evidence }, async (body) => {
      await stop({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('clock.stopped', { number: file.number }));
      onClose();
    });
  return (
    <FormDialog
      title={t('fileMove.stop_clock')}
      incomplete={kind === 'words' ? words.trim() === '' : number === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('clock.whyStop')}</p>
      <NativeSelect
        label={t('clock.reason')}
        data-autofocus
        data={HOLDERS_STOP_REASONS.map((value) => ({ value, label: t(`stopReason.${value}`) }))}
        {...form.getInputProps('reason')}
      />
      <Radio.Group label={t('clock.evidence')} {...form.getInputProps('kind')}>
        <Stack gap={6} mt={4}>
          {EVIDENCE_KINDS.map((value) => (
            <Radio key={value} value={value} label={t(`clock.evidence.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'words' ? (
        <>
          <Textarea
            label={t('clock.words')}
            required
            {...form.getInputProps('words')}
            error={form.errors['evidence.words']}
          />
          <DayField
            label={t('clock.on')}
            value={on}
            onChange={(day) => form.setFieldValue('on', day)}
            error={form.errors['evidence.on']}
          />
        </>
      ) : (
        <NumberInput
          label={t(`clock.number.${kind}`)}
          required
          min={1}
          allowDecimal={false}
          {...form.getInputProps('number')}
          error={form.errors['evidence.number']}
        />
      )}
    </FormDialog>
  );
}
