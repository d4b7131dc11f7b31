import { DISPATCH_MODES } from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from '../language/use-translations';
import classes from './dispatch.module.css';
import { isPosted, type Parcel } from './recipients';

interface ParcelFieldsProps {
  form: UseFormReturnType<{ dispatches: Parcel[] }>;
  /** Which of the dispatches it is, from 0. */
  at: number;
}

/** How a letter leaves: the mode, and what belongs to that mode. */
export function ParcelFields({ form, at }: ParcelFieldsProps) {
  const { t } = useTranslations();
  const mode = form.values.dispatches[at]?.mode ?? 'by_hand';
  const text = (name: 'email' | 'trackingNumber' | 'remarks') => ({
    size: 'xs',
    'aria-label': t(`dispatch.${name}`),
    placeholder: t(`dispatch.${name}`),
    ...form.getInputProps(`dispatches.${at}.${name}`),
  });
  return (
    <div className={classes.parcel}>
      <NativeSelect
        size="xs"
        aria-label={t('dispatch.mode')}
        data={DISPATCH_MODES.map((value) => ({ value, label: t(`dispatchMode.${value}`) }))}
        {...form.getInputProps(`dispatches.${at}.mode`)}
      />
      {mode === 'email' && <TextInput type="email" {...text('email')} />}
      {isPosted(mode) && <TextInput {...text('trackingNumber')} />}
      <TextInput {...text('remarks')} />
    </div>
  );
}
