import { LETTER_FORMS, LETTER_LANGUAGES } from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useOutwardWords } from '../../organisation/use-outward-words';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';
import { AddresseeFields } from './AddresseeFields';
import { BodyField } from './BodyField';
import type { DraftForm } from './draft-form';
import classes from '../draft.module.css';
import { EnclosureFields } from './EnclosureFields';
import { SignatoryField } from './SignatoryField';
import { useDraftErrors } from './use-draft-errors';
import { LongLine } from '../../ui/forms/LongLine';

interface DraftFieldsProps {
  form: DraftForm;
  onChange: (form: DraftForm) => void;
  readOnly: boolean;
}

/** The letter as it is typed, in the order in which it is read. */
export function DraftFields({ form, onChange, readOnly }: DraftFieldsProps) {
  const { t, day } = useTranslations();
  const say = useOutwardWords();
  const errors = useDraftErrors(form);
  const set = (changes: Partial<DraftForm>) => onChange({ ...form, ...changes });
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label={t('draft.form')}
          value={form.form}
          disabled={readOnly}
          onChange={(event) =>
            set({ form: LETTER_FORMS.find((one) => one === event.currentTarget.value) ?? form.form })
          }
          data={LETTER_FORMS.map((value) => ({ value, label: t(`letterForm.${value}`) }))}
        />
        <NativeSelect
          size="xs"
          label={t('draft.language')}
          value={form.language}
          disabled={readOnly}
          onChange={(event) =>
            set({ language: LETTER_LANGUAGES.find((one) => one === event.currentTarget.value) ?? form.language })
          }
          data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
        />
      </div>
      <AddresseeFields
        legend={t('draft.addressees')}
        add={t('draft.addAddressee')}
        addressees={form.addressees}
        errorOf={(index, field) => errors[`addressees.${index}.${field}`]}
        onChange={(addressees) => set({ addressees })}
        mayBeEmpty={false}
        readOnly={readOnly}
      />
      <LongLine
        size="xs"
        label={t('draft.subject')}
        required
        minRows={1}
        value={form.subject}
        error={errors.subject}
        readOnly={readOnly}
        onChange={(subject) => set({ subject })}
      />
      <div className={classes.pair}>
        <TextInput
          size="xs"
          label={t('draft.referenceNumber')}
          data-letters="latin"
          value={form.referenceNumber}
          error={errors['reference.number']}
          readOnly={readOnly}
          onChange={(event) => set({ referenceNumber: event.currentTarget.value })}
        />
        {readOnly ? (
          <TextInput
            size="xs"
            label={t('draft.referenceDate')}
            value={form.referenceDate === '' ? '' : day(form.referenceDate)}
            readOnly
          />
        ) : (
          <DayField
            size="xs"
            label={t('draft.referenceDate')}
            value={form.referenceDate}
            onChange={(referenceDate) => set({ referenceDate })}
          />
        )}
      </div>
      <TextInput
        size="xs"
        label={t('draft.salutation')}
        placeholder={form.language === 'en' ? t('draft.salutationEnglish') : t('draft.salutationHindi')}
        value={form.salutation}
        error={errors.salutation}
        readOnly={readOnly}
        onChange={(event) => set({ salutation: event.currentTarget.value })}
      />
      <BodyField body={form.body} onChange={(body) => set({ body })} readOnly={readOnly} />
      <EnclosureFields
        enclosures={form.enclosures}
        error={errors.enclosures ?? form.enclosures.map((_, index) => errors[`enclosures.${index}`]).find(Boolean)}
        onChange={(enclosures) => set({ enclosures })}
        readOnly={readOnly}
      />
      <AddresseeFields
        legend={t('draft.copyTo')}
        add={t('draft.addCopy')}
        addressees={form.copyTo}
        errorOf={(index, field) => errors[`copyTo.${index}.${field}`]}
        onChange={(copyTo) => set({ copyTo })}
        mayBeEmpty
        readOnly={readOnly}
      />
      {readOnly ? (
        form.replyBy !== '' && <TextInput size="xs" label={say('outward.replyBy')} value={day(form.replyBy)} readOnly />
      ) : (
        <DayField
          size="xs"
          label={say('outward.replyBy')}
          value={form.replyBy}
          onChange={(replyBy) => set({ replyBy })}
        />
      )}
      <SignatoryField
        value={form.signatoryPostId}
        onChange={(signatoryPostId) => set({ signatoryPostId })}
        readOnly={readOnly}
      />
    </div>
  );
}
