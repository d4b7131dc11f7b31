import { NativeSelect, Textarea } from '@mantine/core';
import { type CalendarYear, DAY_KINDS, DeclareDays, namedIn } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import forms from '../ui/forms/fieldset.module.css';
import { isNameless, NameFields } from '../ui/forms/NameFields';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { kindOfDay, ofKind } from './day-kinds';

interface DayDialogProps {
  year: number;
  /** Null: a new one. */
  declared: CalendarYear['days'][number] | null;
  onClose: () => void;
}

/** Declares one day of a year, or says otherwise what it is: a local holiday comes at a day's notice. */
export function DayDialog({ year, declared, onClose }: DayDialogProps) {
  const { t, day: written } = useTranslations('calendar');
  const declare = useCommand('declareDays');
  const { form, check, refuse } = useContractForm({
    schema: DeclareDays,
    initialValues: {
      day: declared?.day ?? '',
      kind: declared ? kindOfDay(declared) : 'holiday',
      name: declared?.name ?? { hi: '', en: '' },
      reason: '',
    },
  });
  const only = useOnlyLanguage();
  const { day, kind, reason } = form.values;
  const name = namedIn(only, form.values.name, declared?.name ?? null);
  const act = async () => {
    const body = check({ year, days: [{ day, name, ...ofKind(kind) }], reason });
    if (!body) return;
    await declare.mutateAsync({ body }).catch((error: unknown) => {
      refuse(error, 'days/0');
      throw error;
    });
    showSuccess(t('calendar.declared'));
    onClose();
  };
  // The form's fields are those of the one day.
  const wrong = (field: string) => form.errors[`days.0.${field}`] ?? form.errors[field];
  return (
    <FormDialog
      title={declared ? t('calendar.changing', { day: written(declared.day) }) : t('calendar.declare')}
      act={t('calendar.save')}
      incomplete={isNameless(name, only) || [day, reason].some((text) => text.trim() === '')}
      size={640}
      onSubmit={act}
      onClose={onClose}
    >
      <div className={forms.pair}>
        {declared === null && (
          <DayField
            label={t('calendar.day')}
            value={day}
            onChange={(value) => form.setFieldValue('day', value)}
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            error={wrong('day')}
            required
          />
        )}
        <NativeSelect
          label={t('calendar.kind')}
          data={DAY_KINDS.map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
      </div>
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('calendar.nameHi'), en: t('calendar.nameEn'), one: t('calendar.name') }}
        errorOf={(language) => wrong(`name.${language}`)}
        required
      />
      <Textarea
        {...form.getInputProps('reason')}
        label={t('calendar.reason')}
        description={t('calendar.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}
