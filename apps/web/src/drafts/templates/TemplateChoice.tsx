import { NativeSelect } from '@mantine/core';
import type { DraftTemplate } from '@patravali/contract';
import { useList, WHOLE } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import type { DraftForm } from '../form/draft-form';

interface TemplateChoiceProps {
  form: DraftForm;
  template: DraftTemplate | null;
  onChoose: (template: DraftTemplate | null) => void;
}

/** The templates of the office and of the unit that fit the form and the language of the letter. */
export function TemplateChoice({ form, template, onChoose }: TemplateChoiceProps) {
  const { t, translate } = useTranslations('draft-forms');
  const query = { form: form.form, language: form.language, inUse: true };
  const { items } = useList('listDraftTemplates', { query }, WHOLE);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('draftForm.template')}
      value={template?.id ?? ''}
      disabled={items.length === 0}
      onChange={(event) => onChoose(items.find(({ id }) => id === event.currentTarget.value) ?? null)}
      data={[
        { value: '', label: t('draftForm.noTemplate') },
        ...items.map(({ id, name }) => ({ value: id, label: translate(name) })),
      ]}
    />
  );
}
