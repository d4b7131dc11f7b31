import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { FIELDS_OF_NUMBERS, NUMBER_YEARS, type NumberSchemeView, SetNumberScheme } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

/** How numbers of a kind are made from now on. */
export function SchemeDialog({ scheme, onClose }: { scheme: NumberSchemeView; onClose: () => void }) {
  const { t } = useTranslations('numbers');
  const set = useCommand('setNumberScheme');
  const { kind } = scheme;
  const { form, send } = useContractForm({
    schema: SetNumberScheme,
    initialValues: { template: scheme.template, period: scheme.period, reason: '' },
  });
  const { template, reason } = form.values;
  return (
    <FormDialog
      title={t('numbers.changing', { kind: t(`numberKind.${kind}`) })}
      act={t('numbers.save')}
      incomplete={template.trim() === '' || reason.trim() === ''}
      size={640}
      onSubmit={() =>
        send({ kind, ...form.values }, async (body) => {
          await set.mutateAsync({ body });
          showSuccess(t('numbers.kept'));
          onClose();
        })
      }
      onClose={onClose}
    >
      <TextInput
        {...form.getInputProps('template')}
        label={t('numbers.form')}
        description={t('numbers.formWhy', { fields: FIELDS_OF_NUMBERS[kind].join(' ') })}
        data-letters="latin"
        required
        data-autofocus
      />
      <NativeSelect
        {...form.getInputProps('period')}
        label={t('numbers.year')}
        data={NUMBER_YEARS.map((value) => ({ value, label: t(`numberYear.${value}`) }))}
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
