import type { PostRef, Suggestion } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/PostPicker';
import classes from './forward.module.css';
import { ForwardOptions } from './ForwardOptions';
import { SuggestedPosts } from './SuggestedPosts';
import type { ForwardForm } from './use-forward-form';

interface ForwardFieldsProps {
  form: ForwardForm;
  /** The label of the post. */
  postLabel: string;
  suggestions?: readonly Suggestion[];
  required?: boolean;
  /** A dialog opens with the caret in the remarks: the likely post is chosen already. */
  focusRemarks?: boolean;
}

/** To which post something goes, the likely ones first, and what is said along with it. */
export function ForwardFields(props: ForwardFieldsProps) {
  const { form, postLabel, suggestions = [], required = false, focusRemarks = false } = props;
  const { t } = useTranslations();
  const { to } = form.form.values;
  const choose = (post: PostRef) => choosePost(form, post);
  return (
    <div className={classes.fields}>
      <SuggestedPosts suggestions={suggestions} chosen={to} onChoose={choose} label={t('desk.suggested')} keys="alt" />
      <PostPicker
        label={postLabel}
        value={to?.id ?? null}
        onChange={(_, post) => choose(post)}
        error={form.form.errors.toPostId}
        required={required}
      />
      <ForwardOptions form={form} focusRemarks={focusRemarks} />
    </div>
  );
}

export function choosePost({ form }: ForwardForm, post: PostRef): void {
  form.setFieldValue('to', post);
  form.clearFieldError('toPostId');
}
