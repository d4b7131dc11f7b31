import { LETTER_FORMS, LETTER_LANGUAGES } from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useTranslations } from '../../language/use-translations';
import classes from '../draft.module.css';
import { type DraftForm, inLanguage, partsOf } from '../form/draft-form';
import { EnglishLines } from './EnglishFields';
import { LinesField } from './LinesField';

interface FormFieldsProps {
  form: DraftForm;
  onChange: (form: DraftForm) => void;
  errors: FormErrors;
}

/** Which form and language the letter has. */
export function FormAndLanguage({ form, onChange }: Omit<FormFieldsProps, 'errors'>) {
  const { t } = useTranslations();
  return (
    <div className={classes.pair}>
      <NativeSelect
        size="xs"
        label={t('draft.form')}
        value={form.form}
        onChange={(event) =>
          onChange({ ...form, form: LETTER_FORMS.find((one) => one === event.currentTarget.value) ?? form.form })
        }
        data={LETTER_FORMS.map((value) => ({ value, label: t(`letterForm.${value}`) }))}
      />
      <NativeSelect
        size="xs"
        label={t('draft.language')}
        value={form.language}
        onChange={(event) =>
          onChange(inLanguage(form, LETTER_LANGUAGES.find((one) => one === event.currentTarget.value) ?? form.language))
        }
        data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
      />
    </div>
  );
}

/** What only some forms have, once for both languages: for whose attention it is, the how-manieth reminder, who was present. */
export function OfSomeForms({ form, onChange, errors }: FormFieldsProps) {
  const { t } = useTranslations('draft-forms');
  const parts = partsOf(form);
  const set = (changes: Partial<DraftForm>) => onChange({ ...form, ...changes });
  return (
    <>
      {parts.reminder && (
        <NativeSelect
          size="xs"
          label={t('draftForm.reminder')}
          value={form.reminder}
          onChange={(event) => set({ reminder: event.currentTarget.value })}
          data={['', ...REMINDERS].map((value) => ({
            value,
            label: value === '' ? t('draftForm.reminder.first') : t('draftForm.reminder.counted', { ordinal: value }),
          }))}
        />
      )}
      {parts.attention && (
        <TextInput
          size="xs"
          label={t('draftForm.attention')}
          value={form.attention}
          error={errors.attention}

          onChange={(event) => set({ attention: event.currentTarget.value })}
        />
      )}
      {parts.present && (
        <>
          <LinesField
            label={t('draftForm.present')}
            lines={form.present}
            error={errors.present ?? form.present.map((_, index) => errors[`present.${index}`]).find(Boolean)}
            onChange={(present) => set({ present })}
          />
          <EnglishLines list="present" label={t('draftForm.present')} form={form} errors={errors} onChange={set} />
        </>
      )}
      {parts.present && (
        <EnglishLines list="present" label={t('draftForm.present')} form={form} errors={errors} onChange={set} />
      )}
    </>
  );
}

/** After the first, which is just a reminder. */
const REMINDERS = Array.from({ length: 19 }, (_, index) => String(index + 2));
