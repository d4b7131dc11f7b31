import { TextInput } from '@mantine/core';
import type { FileView, ForwardFile, Named } from '@patravali/contract';
import type { RefObject } from 'react';
import { useTranslations } from '../../language/use-translations';
import { ExplanationField, isOverLimit } from '../clock/use-explanation';
import classes from '../forward.module.css';
import type { ForwardForm } from './use-forward-form';

interface KeptLongProps {
  file: Named<FileView>;
  form: ForwardForm<ForwardFile>;
}

/** Where the file was kept longer than the limit: why, to be said with the forward. */
export function KeptLong({ file: { clock }, form: { form } }: KeptLongProps) {
  if (!isOverLimit(clock) && !form.errors.explanation) return null;
  return <ExplanationField clock={clock} {...form.getInputProps('explanation')} />;
}

/** The same as one line above the desks to which the file may go. */
export function KeptLongLine({
  file,
  form: { form },
  field,
}: KeptLongProps & { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslations('sending');
  const { days, limit } = file.clock;
  if (!isOverLimit(file.clock) && !form.errors.explanation) return null;
  return (
    <TextInput
      ref={field}
      size="xs"
      required
      withAsterisk={false}
      classNames={{
        root: classes.keptLong ?? '',
        label: classes.keptLongLabel ?? '',
        input: classes.keptLongInput ?? '',
      }}
      label={t('file.explainDelay', { days: days ?? 0, limit })}
      placeholder={t('file.explainDelayHint')}
      {...form.getInputProps('explanation')}
    />
  );
}

/** It is asked, and nothing is said. */
export const isUnexplained = ({ clock }: Named<FileView>, { form }: ForwardForm<ForwardFile>): boolean =>
  isOverLimit(clock) && form.values.explanation.trim() === '';
