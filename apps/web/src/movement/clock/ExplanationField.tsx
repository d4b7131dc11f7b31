import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import classes from './clock.module.css';

interface ExplanationFieldProps extends Pick<TextareaProps, 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'error'> {
  clock: { readonly days: number | null; readonly limit: number };
}

/** Asks why the file was kept longer than the limit: it goes on the record with the act. */
export function ExplanationField({ clock: { days, limit }, ...input }: ExplanationFieldProps) {
  const { t } = useTranslations('clock');
  return (
    <Textarea
      {...input}
      className={classes.explanation ?? ''}
      label={t('clock.explanation')}
      description={t('clock.whyExplain', { days: days ?? 0, limit })}
      required
    />
  );
}
