import { useTranslations } from '../../language/use-translations';
import { ForwardFields } from '../../movement/forward/ForwardFields';
import type { ForwardForm } from '../../movement/forward/use-forward-form';
import { CopyTo } from './CopyTo';
import forms from '../../ui/forms/fieldset.module.css';

/** To whom the letter is marked, for what, by when; and who reads it besides. */
export function MarkTo({ form, focusPost = false }: { form: ForwardForm; focusPost?: boolean }) {
  const { t } = useTranslations();
  return (
    <fieldset className={forms.fieldset}>
      <legend>{t('receipts.mark')}</legend>
      <ForwardFields form={form} postLabel={t('receipts.markTo')} {...(focusPost && { focus: 'post' })} />
      <CopyTo form={form} />
    </fieldset>
  );
}
