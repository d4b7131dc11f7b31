import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { Bilingual, Language } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useOnlyLanguage } from '../../language/language';
import forms from './fieldset.module.css';

type FieldProps = Pick<TextInputProps, 'description' | 'error' | 'required' | 'readOnly'>;

interface NameFieldsProps extends FieldProps {
  /** Binds the field of a language to its form. */
  input: (language: Language) => object;
  /** `one` where the office keeps one language, and does not say which. */
  labels: Readonly<Record<Language | 'one', string>>;
  errorOf?: (language: Language) => ReactNode;
  withFocus?: boolean;
  /** A text of several lines. */
  isLong?: boolean;
}

/** A name, or another short text, in each language that the office keeps: two fields beside each other, or one. */
export function NameFields({ input, labels, errorOf, withFocus = false, isLong = false, ...field }: NameFieldsProps) {
  const only = useOnlyLanguage();
  const Field = isLong ? Textarea : TextInput;
  const shown: readonly Language[] = only === null ? ['hi', 'en'] : [only];
  const fields = shown.map((language, index) => (
    <Field
      key={language}
      {...field}
      {...input(language)}
      {...(errorOf && { error: errorOf(language) })}
      label={labels[only === null ? language : 'one']}
      lang={isLong ? language : undefined}
      data-letters={language === 'en' ? 'latin' : undefined}
      data-autofocus={(withFocus && index === 0) || undefined}
    />
  ));
  return only === null && !isLong ? <div className={forms.pair}>{fields}</div> : <>{fields}</>;
}

/** Whether a language that the office keeps has no name yet. */
export const isNameless = (name: Bilingual, only: Language | null): boolean =>
  (only === null ? [name.hi, name.en] : [name[only]]).some((text) => text.trim() === '');
