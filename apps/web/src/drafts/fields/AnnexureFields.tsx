import type { Annexure, Language } from '@patravali/contract';
import { EMPTY_TEXT } from '@patravali/contract';
import { Button, CloseButton } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useState } from 'react';
import { LongLine } from '../../ui/forms/LongLine';
import classes from '../draft.module.css';
import { useFormWords } from '../use-form-words';
import { BodyField } from './BodyField';

interface AnnexureFieldsProps {
  annexures: readonly Annexure[];
  language: Language;
  onChange: (annexures: Annexure[]) => void;
  readOnly: boolean;
  errors: FormErrors;
}

/** Papers that are printed behind the letter, each on a page of its own. */
export function AnnexureFields({ annexures, language, onChange, readOnly, errors }: AnnexureFieldsProps) {
  const say = useFormWords();
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
      <legend>{say('draftForm.annexures')}</legend>
      {annexures.map(({ title, body }, index) => {
        const name = say('draftForm.annexure', { ordinal: String(index + 1) });
        return (
          <div key={`${taken}.${index}`} className={classes.annexure}>
            <LongLine
              size="xs"
              label={say('draftForm.annexureTitle', { annexure: name })}
              required
              minRows={1}
              value={title}
              error={errors[`annexures.${index}.title`]}
              readOnly={readOnly}
              onChange={(typed) => change(index, { title: typed })}
            />
            <BodyField
              label={say('draftForm.annexureText', { annexure: name })}
              placeholder={say('draftForm.annexurePlaceholder')}
              body={body}
              onChange={(typed) => change(index, { body: typed })}
              readOnly={readOnly}
              language={language}
            />
            {!readOnly && (
              <CloseButton
                className={classes.remove}
                size="sm"
                aria-label={say('draftForm.removeAnnexure', { annexure: name })}
                onClick={() => remove(index)}
              />
            )}
          </div>
        );
      })}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange([...annexures, { title: '', body: EMPTY_TEXT }])}
        >
          + {say('draftForm.annexureOne')}
        </Button>
      )}
    </fieldset>
  );
}
