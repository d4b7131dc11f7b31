import { NativeSelect, TextInput } from '@mantine/core';
import {
  type DraftTemplate,
  isEmptyText,
  KeepDraftTemplate,
  LETTER_FORM_PARTS,
  LETTER_FORMS,
  LETTER_LANGUAGES,
  MERGE_FIELD_NAMES,
} from '@patravali/contract';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import forms from '../../ui/forms/fieldset.module.css';
import { LongLine } from '../../ui/forms/LongLine';
import { isNameless, NameFields } from '../../ui/forms/NameFields';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { BodyField } from '../fields/BodyField';
import { keptTemplate, templateValues, type WordsTyped } from './template-values';

interface TemplateDialogProps {
  /** Null: a new one. */
  template: DraftTemplate | null;
  onClose: () => void;
}

/** A text from which drafts begin: what it is called, of which form and language it is, and its words. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const { t, translate } = useTranslations('templates');
  const keep = useCommand('keepDraftTemplate');
  const only = useOnlyLanguage();
  const [initialValues] = useState(() => templateValues(template, only));
  const { form, send } = useContractForm({ schema: KeepDraftTemplate, initialValues });
  const { values, errors } = form;
  const isBilingual = values.language === 'bilingual';
  const request = keptTemplate(values, template, only);
  const isWordless = ({ subject, body }: WordsTyped) => subject.trim() === '' || isEmptyText(body);
  const act = () =>
    send(request, async (body) => {
      await keep.mutateAsync({ body });
      showSuccess(t('templates.kept'));
      onClose();
    });
  const words = (isEnglish: boolean) => ({
    hasSalutation: LETTER_FORM_PARTS[values.form].salutation,
    errorOf: (field: string) => errors[`content.${isEnglish ? 'english.' : ''}${field}`],
    isEnglish: isEnglish || values.language === 'en',
  });
  return (
    <FormDialog
      title={template ? t('templates.changing', { name: translate(template.name) }) : t('templates.add')}
      act={t('templates.save')}
      incomplete={
        isNameless(request.name, only) ||
        values.code.trim() === '' ||
        isWordless(values) ||
        (isBilingual && isWordless(values.english))
      }
      size={820}
      onSubmit={act}
      onClose={onClose}
    >
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('templates.nameHi'), en: t('templates.nameEn'), one: t('templates.name') }}
        required
        withFocus
      />
      <div className={forms.pair}>
        {template === null && (
          <TextInput
            {...form.getInputProps('code')}
            label={t('templates.code')}
            description={t('templates.codeWhy')}
            autoComplete="off"
            required
          />
        )}
        <TextInput
          {...form.getInputProps('series')}
          label={t('templates.series')}
          description={t('templates.seriesWhy', { example: '{serial}/GO/{year}' })}
          autoComplete="off"
          data-letters="latin"
        />
      </div>
      <div className={forms.pair}>
        <NativeSelect
          {...form.getInputProps('form')}
          label={t('draft.form')}
          data={LETTER_FORMS.map((value) => ({ value, label: t(`letterForm.${value}`) }))}
        />
        <NativeSelect
          {...form.getInputProps('language')}
          label={t('draft.language')}
          data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
        />
      </div>
      <p className="soft small">
        {t('templates.fields', {
          fields: Object.values(MERGE_FIELD_NAMES)
            .map((name) => `{${translate(name)}}`)
            .join(', '),
        })}
      </p>
      <Words value={values} onChange={(changes) => form.setValues(changes)} {...words(false)} />
      {isBilingual && (
        <fieldset className={forms.fieldset}>
          <legend>{t('letterLanguage.en')}</legend>
          <Words
            value={values.english}
            onChange={(changes) =>
              form.setValues(({ english }) => ({ english: { ...(english ?? values.english), ...changes } }))
            }
            {...words(true)}
          />
        </fieldset>
      )}
    </FormDialog>
  );
}

interface WordsProps {
  value: WordsTyped;
  onChange: (changes: Partial<WordsTyped>) => void;
  hasSalutation: boolean;
  isEnglish: boolean;
  errorOf: (field: string) => ReactNode;
}

/** Subject, salutation and text in one language. */
function Words({ value, onChange, hasSalutation, isEnglish, errorOf }: WordsProps) {
  const { t } = useTranslations('templates');
  const letters = isEnglish ? { 'data-letters': 'latin' } : {};
  const bodyError = errorOf('body');
  return (
    <>
      <LongLine
        label={t('draft.subject')}
        value={value.subject}
        error={errorOf('subject')}
        required
        {...letters}
        onChange={(subject) => onChange({ subject })}
      />
      {hasSalutation && (
        <TextInput
          label={t('draft.salutation')}
          value={value.salutation}
          error={errorOf('salutation')}
          {...letters}
          onChange={(event) => onChange({ salutation: event.currentTarget.value })}
        />
      )}
      <BodyField
        label={t('draft.body')}
        placeholder={t('templates.bodyPlaceholder')}
        body={value.body}
        onChange={(body) => onChange({ body })}
        language={isEnglish ? 'en' : 'hi'}
        english={isEnglish}
      />
      {bodyError && <p role="alert">{bodyError === true ? t('templates.unknownField') : bodyError}</p>}
    </>
  );
}
