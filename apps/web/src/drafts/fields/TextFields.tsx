import { TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useTranslations } from '../../language/use-translations';
import { LongLine } from '../../ui/forms/LongLine';
import { BodyField } from './BodyField';
import { type DraftForm, partsOf } from '../form/draft-form';
import type { TextPlace } from './text-places';

interface TextFieldsProps {
  form: DraftForm;
  place: TextPlace;
  onChange: (changes: Partial<DraftForm>) => void;
  errors: FormErrors;
}

/** What stands above a text. */
export function SubjectFields({ form, place, onChange, errors }: TextFieldsProps) {
  const { t } = useTranslations('draft-forms');
  const named = useNamed(place);
  const { text, path, changed } = place;
  const { publication } = partsOf(form);
  return (
    <div data-passage={place.language === 'en' ? 'english_subject' : 'subject'}>
      <LongLine
        size="xs"
        label={named(t('draft.subject'))}
        required
        minRows={1}
        value={text.subject}
        error={errors[`${path}subject`]}

        {...lettersOf(place)}
        onChange={(subject) => onChange(changed({ subject }))}
      />
      {publication && (
        <TextInput
          size="xs"
          label={named(t(`draftForm.${publication}`))}
          placeholder={t(`draftForm.${publication}.${place.language === 'en' || form.language === 'en' ? 'en' : 'hi'}`)}
          value={text.publication}
          error={errors[`${path}publication`]}

          {...lettersOf(place)}
          onChange={(event) => onChange(changed({ publication: event.currentTarget.value }))}
        />
      )}
    </div>
  );
}

/** Salutation and text. */
export function WordsFields({ form, place, onChange, errors }: TextFieldsProps) {
  const { t } = useTranslations('draft-forms');
  const named = useNamed(place);
  const { text, path, changed } = place;
  const parts = partsOf(form);
  const isEnglish = place.language === 'en' || form.language === 'en';
  const usual = isEnglish ? t('draftForm.salutationEnglish') : t('draftForm.salutationHindi');
  const personal = isEnglish ? t('draftForm.dear.en') : t('draftForm.dear.hi');
  return (
    <div data-passage={place.language === 'en' ? 'english_body' : 'body'}>
      {parts.salutation && (
        <TextInput
          size="xs"
          label={named(t('draft.salutation'))}
          placeholder={parts.writer ? personal : usual}
          value={text.salutation}
          error={errors[`${path}salutation`]}

          {...lettersOf(place)}
          onChange={(event) => onChange(changed({ salutation: event.currentTarget.value }))}
        />
      )}
      <BodyField
        label={named(t('draft.body'))}
        placeholder={t('draftForm.bodyPlaceholder')}
        body={text.body}
        onChange={(body) => onChange(changed({ body }))}

        language={isEnglish ? 'en' : 'hi'}
        english={place.language === 'en'}
      />
    </div>
  );
}

/** What is typed in an English text is not taken for Hindi. */
const lettersOf = ({ language }: TextPlace) => (language === 'en' ? { 'data-letters': 'latin' } : {});

/** Of two texts each field says of which it is. */
function useNamed({ language }: TextPlace): (label: string) => string {
  const { t } = useTranslations();
  return (label) => (language === null ? label : `${label} (${t(`language.${language}`)})`);
}
