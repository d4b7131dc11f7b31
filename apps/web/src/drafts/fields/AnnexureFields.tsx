import type { Annexure, Language } from '@patravali/contract';
import { EMPTY_TEXT } from '@patravali/contract';
import { Button, CloseButton } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { LongLine } from '../../ui/forms/LongLine';
import classes from '../draft.module.css';
import { BodyField } from './BodyField';

interface AnnexureFieldsProps {
  annexures: readonly Annexure[];
  language: Language;
  onChange: (annexures: Annexure[]) => void;
  errors: FormErrors;
}

/** Papers that are printed behind the letter, each on a page of its own. */
export function AnnexureFields({ annexures, language, onChange, errors }: AnnexureFieldsProps) {
  const { t } = useTranslations('draft-forms');
  // Taking one away moves those behind it, whose editors then show other texts.
  const [taken, setTaken] = useState(0);
  const change = (at: number, changes: Partial<Annexure>) =>
    onChange(annexures.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  const remove = (at: number) => {
    onChange(annexures.filter((_, index) => index !== at));
    setTaken(taken + 1);
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t('draftForm.annexures')}</legend>
      {annexures.map(({ title, body }, index) => {
        const name = t('draftForm.annexure', { ordinal: String(index + 1) });
        return (
          <div key={`${taken}.${index}`} className={classes.annexure}>
            <LongLine
              size="xs"
              label={t('draftForm.annexureTitle', { annexure: name })}
              required
              minRows={1}
              value={title}
              error={errors[`annexures.${index}.title`]}

              onChange={(typed) => change(index, { title: typed })}
            />
            <BodyField
              label={t('draftForm.annexureText', { annexure: name })}
              placeholder={t('draftForm.annexurePlaceholder')}
              body={body}
              onChange={(typed) => change(index, { body: typed })}

              language={language}
            />
            <CloseButton
              className={classes.remove}
              size="sm"
              aria-label={t('draftForm.removeAnnexure', { annexure: name })}
              onClick={() => remove(index)}
            />
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => onChange([...annexures, { title: '', body: EMPTY_TEXT }])}
      >
        + {t('draftForm.annexureOne')}
      </Button>
    </fieldset>
  );
}
