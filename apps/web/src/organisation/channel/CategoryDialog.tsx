import { TextInput } from '@mantine/core';
import {
  type CaseCategory,
  KeepCaseCategory,
  MOST_LEVELS,
  type Named,
  namedIn,
  type PostView,
} from '@patravali/contract';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { useCommand } from '../../api/use-command';
import { today } from '../../language/dates';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { refusedFields } from '../../ui/forms/field-errors';
import { isNameless, NameFields } from '../../ui/forms/NameFields';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { showSuccess } from '../../ui/notices/announcements';
import { useSentence } from '../../ui/notices/use-refusal';
import classes from './categories.module.css';
import { isSamePower, valuesOf } from './category-values';
import { PowerFields } from './PowerFields';
import { UnitField } from './UnitField';

interface CategoryDialogProps {
  /** Null: a new one. */
  category: Named<CaseCategory> | null;
  posts: readonly PostView[];
  onClose: () => void;
}

/** A kind of case: its name in both languages, whose cases these are, and through which levels they go to whom. */
export function CategoryDialog({ category, posts, onClose }: CategoryDialogProps) {
  const { t, translate } = useTranslations('channel');
  const sentence = useSentence();
  const keep = useCommand('keepCaseCategory');
  const [initialValues] = useState(() => valuesOf(category, today()));
  const { form, check } = useContractForm({ schema: KeepCaseCategory, initialValues });
  const only = useOnlyLanguage();
  const { code, unitId, powers } = form.values;
  const name = namedIn(only, form.values.name, category?.name ?? null);
  const [power] = powers;
  const isNew = category === null;
  const act = async () => {
    const { fromOn, levels, finalPostId } = power;
    const reason = levels.length > MOST_LEVELS ? (orNothing(power.reason) ?? null) : null;
    const typed = { fromOn, levels, finalPostId: orNothing(finalPostId) ?? null, reason };
    const laidDown = isNew || !isSamePower(power, initialValues.powers[0]) ? [typed] : [];
    const body = check({ code, isNew, name, unitId: orNothing(unitId) ?? null, powers: laidDown });
    if (!body) return;
    try {
      await keep.mutateAsync({ body });
    } catch (failure) {
      const refused = failure instanceof ProblemError ? Object.entries(refusedFields(failure.problem)) : [];
      const [first] = refused;
      if (!first) throw failure;
      form.setErrors(
        Object.fromEntries(refused.map(([path, said]) => [path, said === true ? sentence(failure) : said])),
      );
      form.getInputNode(first[0])?.focus();
      return;
    }
    showSuccess(t('categories.kept'));
    onClose();
  };
  const isMissing =
    isNameless(name, only) || code.trim() === '' || power.fromOn === '' || (isNew && power.levels.length === 0);
  return (
    <FormDialog
      title={category ? t('categories.changing', { name: translate(category.name) }) : t('categories.add')}
      act={t('categories.save')}
      pending={keep.isPending}
      incomplete={isMissing}
      size={640}
      onSubmit={act}
      onClose={onClose}
    >
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('categories.nameHi'), en: t('categories.nameEn'), one: t('categories.name') }}
        required
        withFocus
      />
      <div className={classes.names}>
        {isNew && (
          <TextInput
            {...form.getInputProps('code')}
            label={t('categories.code')}
            description={t('categories.codeWhy')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            data-letters="latin"
            required
          />
        )}
        <UnitField input={form.getInputProps('unitId')} posts={posts} known={category?.unit ?? null} />
      </div>
      <PowerFields form={form} posts={posts} />
    </FormDialog>
  );
}
