import { Textarea, TextInput } from '@mantine/core';
import { type NumberKind, StartNumbers } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { readNumber } from './read-number';

interface StartDialogProps {
  kind: NumberKind;
  /** Of what: `डायरी, स्थापना अनुभाग`. */
  name: string;
  unitId: string | null;
  headId: string | null;
  /** Whose letters have numbers of their own. */
  templateId?: string;
  onClose: () => void;
}

/** From which number a series goes on that was begun on paper. */
export function StartDialog({ kind, name, unitId, headId, templateId, onClose }: StartDialogProps) {
  const { t, translate } = useTranslations('numbers');
  const start = useCommand('startNumbers');
  const { form, send } = useContractForm({ schema: StartNumbers, initialValues: { last: '', reason: '' } });
  const { last, reason } = form.values;
  const number = readNumber(last);
  const isNone = last.trim() !== '' && Number.isNaN(number);
  return (
    <FormDialog
      title={t('numbers.starting', { name })}
      act={t('numbers.save')}
      incomplete={Number.isNaN(number) || reason.trim() === ''}
      onSubmit={() =>
        send({ kind, unitId, headId, templateId, last: number, reason }, async (body) => {
          const started = await start.mutateAsync({ body });
          showSuccess(t('numbers.started', { number: translate(started.number) }));
          onClose();
        })
      }
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('numbers.startWhy')}</p>
      <TextInput
        {...form.getInputProps('last')}
        label={t('numbers.lastNumber')}
        error={isNone ? t('numbers.noNumber') : form.errors.last}
        inputMode="numeric"
        autoComplete="off"
        data-letters="latin"
        required
        data-autofocus
      />
      <Textarea
        {...form.getInputProps('reason')}
        label={t('numbers.reason')}
        description={t('numbers.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}
