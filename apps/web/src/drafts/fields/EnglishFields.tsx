import { TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useTranslations } from '../../language/use-translations';
import { type DraftForm, EMPTY_ENGLISH, type EnglishList } from '../form/draft-form';
import { LinesField } from './LinesField';

interface OfLetter {
  label: string;
  form: DraftForm;
  onChange: (changes: Partial<DraftForm>) => void;
  errors: FormErrors;
}

/** What a letter in both languages names, once more in English: a line for each, in the order of the Hindi. */
export function EnglishLines({ list, label, form, onChange, errors }: OfLetter & { list: EnglishList }) {
  const { t } = useTranslations();
  if (form.language !== 'bilingual') return null;
  const english = form.english ?? EMPTY_ENGLISH;
  return (
    <LinesField
      label={`${label} (${t('language.en')})`}
      lines={english[list]}
      latin
      error={english[list].map((_, index) => errors[`english.${list}.${index}`]).find(Boolean)}
      onChange={(lines) => onChange({ english: { ...english, [list]: lines } })}
    />
  );
}

/** The same of what stands in one line. */
export function EnglishLine({
  field,
  label,
  form,
  onChange,
  errors,
}: OfLetter & { field: 'attention' | 'referenceNumber' }) {
  const { t } = useTranslations();
  if (form.language !== 'bilingual') return null;
  const english = form.english ?? EMPTY_ENGLISH;
  return (
    <TextInput
      size="xs"
      label={`${label} (${t('language.en')})`}
      data-letters="latin"
      value={english[field]}
      error={errors[`english.${field}`]}
      onChange={(event) => onChange({ english: { ...english, [field]: event.currentTarget.value } })}
    />
  );
}
