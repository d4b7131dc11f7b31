import { Checkbox } from '@mantine/core';
import { MOST_ADDRESSEES } from '@patravali/contract';
import { useFormWords } from '../use-form-words';
import { type DraftForm, tooMany } from './draft-form';

interface OwnCopiesFieldProps {
  form: DraftForm;
  onChange: (ownCopies: boolean) => void;
  readOnly: boolean;
}

/** Whether each addressee gets a copy of his own; asked where there are several. */
export function OwnCopiesField({ form, onChange, readOnly }: OwnCopiesFieldProps) {
  const say = useFormWords();
  const { ownCopies, addressees } = form;
  if (!ownCopies && (readOnly || addressees.length < 2)) return null;
  return (
    <Checkbox
      size="xs"
      label={say('draftForm.ownCopies')}
      description={say('draftForm.ownCopiesWhy')}
      error={tooMany(form) && say('draftForm.ownCopiesNeeded', { most: String(MOST_ADDRESSEES.together) })}
      checked={ownCopies}
      disabled={readOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
