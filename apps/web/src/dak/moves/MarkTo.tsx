import { useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import { ForwardFields } from '../../movement/forward/ForwardFields';
import type { ForwardForm } from '../../movement/forward/use-forward-form';
import { CopyTo } from './CopyTo';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import forms from '../../ui/forms/fieldset.module.css';

interface MarkToProps {
  form: ForwardForm;
  focusPost?: boolean;
  /** Where it stands below other fields: the key that leads to the post, as `alt+P`. */
  keys?: string;
}

/** To whom the letter is marked, for what, by when; and who reads it besides. */
export function MarkTo({ form, focusPost = false, keys }: MarkToProps) {
  const { t } = useTranslations('receipt-moves');
  const fields = useRef<HTMLFieldSetElement>(null);
  const toPost = () => fields.current?.querySelector('input')?.focus();
  useKeys([{ key: (keys ?? '').toLowerCase(), label: t('receipts.mark'), run: toPost, whileTyping: true }], !!keys);
  return (
    <fieldset ref={fields} className={forms.fieldset}>
      <legend>
        {t('receipts.mark')} {keys && <Kbd keys={keys} />}
      </legend>
      <ForwardFields form={form} postLabel={t('receipts.markTo')} {...(focusPost && { focus: 'post' })} />
      <CopyTo form={form} />
    </fieldset>
  );
}
