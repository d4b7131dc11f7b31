import { Checkbox } from '@mantine/core';
import { MOST_ADDRESSEES } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import { type DraftForm, tooMany } from '../../form/draft-form';

interface OwnCopiesFieldProps {
  form: DraftForm;
  onChange: (ownCopies: boolean) => void;
}

/** Whether each addressee gets a copy of his own; asked where there are several. */
export function OwnCopiesField({ form, onChange }: OwnCopiesFieldProps) {
  const { t } = useTranslations('draft-forms');
  const { ownCopies, addressees } = form;
  if (!ownCopies && addressees.length < 2) return null;
  return (
    <Checkbox
      size="xs"
      label={t('draftForm.ownCopies')}
      description={t('draftForm.ownCopiesWhy')}
      error={tooMany(form) && t('draftForm.ownCopiesNeeded', { most: String(MOST_ADDRESSEES.together) })}
      checked={ownCopies}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
