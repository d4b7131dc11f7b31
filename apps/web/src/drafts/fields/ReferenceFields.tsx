import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';
import classes from '../draft.module.css';
import { type DraftForm, partsOf } from '../form/draft-form';

interface ReferenceFieldsProps {
  form: DraftForm;
  onChange: (changes: Partial<DraftForm>) => void;
  error: ReactNode;
}

/** Number and date of the letter that is answered, or of one's own of which a reminder reminds. */
export function ReferenceFields({ form, onChange, error }: ReferenceFieldsProps) {
  const { t } = useTranslations('draft-forms');
  return (
    <div className={classes.pair}>
      <TextInput
        size="xs"
        label={partsOf(form).reference === 'ours' ? t('draftForm.ourLetter') : t('draft.referenceNumber')}
        data-letters="latin"
        value={form.referenceNumber}
        error={error}

        onChange={(event) => onChange({ referenceNumber: event.currentTarget.value })}
      />
      <DayField
        size="xs"
        label={t('draft.referenceDate')}
        value={form.referenceDate}
        onChange={(referenceDate) => onChange({ referenceDate })}
      />
    </div>
  );
}
