import { DISPATCH_MODES, type Named, type Sending } from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from '../language/use-translations';
import classes from './dispatch.module.css';
import { isPosted, type Parcel } from './recipients';

interface ParcelFieldsProps {
  form: UseFormReturnType<{ dispatches: Parcel[] }>;
  /** Which of the dispatches it is, from 0. */
  at: number;
  sending: Named<Sending>;
  /** The post that confirms addresses, by its marking. */
  issuingPost: string;
}

/** How a letter leaves: the mode, and what belongs to that mode. A mail goes to the address on record and to no other. */
export function ParcelFields({ form, at, sending, issuingPost }: ParcelFieldsProps) {
  const { t } = useTranslations();
  const mode = form.values.dispatches[at]?.mode ?? 'by_hand';
  const text = (name: 'trackingNumber' | 'remarks') => ({
    size: 'xs',
    'aria-label': t(`dispatch.${name}`),
    placeholder: t(`dispatch.${name}`),
    ...form.getInputProps(`dispatches.${at}.${name}`),
  });
  const address =
    sending.email === null
      ? t('dispatch.noAddress', { post: issuingPost })
      : t('dispatch.mailTo', { email: sending.email });
  return (
    <div className={classes.parcel}>
      <NativeSelect
        size="xs"
        aria-label={t('dispatch.mode')}
        data={DISPATCH_MODES.map((value) => ({ value, label: t(`dispatchMode.${value}`) }))}
        {...form.getInputProps(`dispatches.${at}.mode`)}
      />
      {mode === 'email' && (
        <span className={sending.email === null ? classes.failure : 'small'}>
          {form.errors[`dispatches.${at}.email`] ?? address}
        </span>
      )}
      {isPosted(mode) && <TextInput data-letters="latin" {...text('trackingNumber')} />}
      <TextInput {...text('remarks')} />
    </div>
  );
}
