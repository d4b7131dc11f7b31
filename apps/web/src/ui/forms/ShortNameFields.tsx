import { TextInput } from '@mantine/core';
import type { Language } from '@patravali/contract';
import { useState } from 'react';
import { useOnlyLanguage } from '../../language/language';
import forms from './fieldset.module.css';

interface ShortNameFieldsProps {
  /** Binds the field to its form: the short name, or the one that is read in Hindi alone. */
  input: (which: 'short' | 'shortHi') => object;
  /** As it was before, in Hindi. */
  shortHi: string;
  labels: Readonly<Record<Language | 'one', string>>;
}

/** An abbreviation or a marking. An office of one language has one, which numbers and lists print. */
export function ShortNameFields({ input, shortHi, labels }: ShortNameFieldsProps) {
  const only = useOnlyLanguage();
  const [hadHindi] = useState(shortHi !== '');
  if (only !== null)
    return <TextInput {...input(only === 'hi' && hadHindi ? 'shortHi' : 'short')} label={labels.one} required />;
  return (
    <div className={forms.pair}>
      <TextInput {...input('shortHi')} label={labels.hi} />
      <TextInput {...input('short')} label={labels.en} data-letters="latin" required />
    </div>
  );
}
