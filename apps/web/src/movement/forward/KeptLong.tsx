import type { FileView, ForwardFile, Named } from '@patravali/contract';
import { ExplanationField, isOverLimit } from '../clock/use-explanation';
import type { ForwardForm } from './use-forward-form';

/** Where the file was kept longer than the limit: why, to be said with the forward. */
export function KeptLong({
  file: { clock },
  form: { form },
}: {
  file: Named<FileView>;
  form: ForwardForm<ForwardFile>;
}) {
  if (!isOverLimit(clock) && !form.errors.explanation) return null;
  return <ExplanationField clock={clock} {...form.getInputProps('explanation')} />;
}

/** It is asked, and nothing is said. */
export const isUnexplained = ({ clock }: Named<FileView>, { form }: ForwardForm<ForwardFile>): boolean =>
  isOverLimit(clock) && form.values.explanation.trim() === '';
