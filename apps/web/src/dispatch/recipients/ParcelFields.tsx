import { DISPATCH_MODES, isPosted, type Named, type Sending } from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from '../dispatch.module.css';
import type { Parcel } from './recipients';

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
  const { t } = useTranslations('outward');
  const mode = form.values.dispatches[at]?.mode ?? 'by_hand';
  const text = (name: 'trackingNumber' | 'postage' | 'remarks', label: string) => ({
    size: 'xs',
    'aria-label': label,
    placeholder: label,
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
      {mode === 'within_office' && (
        <PostPicker
          inline
          size="xs"
          label={t('outward.toPost')}
          value={form.values.dispatches[at]?.toPostId ?? null}
          onChange={(postId) => form.setFieldValue(`dispatches.${at}.toPostId`, postId)}
          error={form.errors[`dispatches.${at}.toPostId`]}
          required
        />
      )}
      {isPosted(mode) && (
        <>
          <TextInput data-letters="latin" {...text('trackingNumber', t('dispatch.trackingNumber'))} />
          <TextInput data-letters="latin" inputMode="decimal" {...text('postage', t('outward.postage'))} />
        </>
      )}
      <TextInput {...text('remarks', t('dispatch.remarks'))} />
    </div>
  );
}
