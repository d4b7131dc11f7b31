import type { ActionAsked, Named, PostRef, Suggestion } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from '../forward.module.css';
import { ForwardOptions } from './ForwardOptions';
import { SuggestedPosts } from './SuggestedPosts';
import type { ForwardForm } from './use-forward-form';
import { useLikelyAction } from './use-likely-action';

interface ForwardFieldsProps {
  form: ForwardForm;
  /** The label of the post. */
  postLabel: string;
  suggestions?: readonly Named<Suggestion>[];
  required?: boolean;
  /** Where the caret is when the fields open: in the remarks when a likely post is chosen already. */
  focus?: 'post' | 'remarks';
}

/** To which post something goes, the likely ones first, and what is said along with it. */
export function ForwardFields(props: ForwardFieldsProps) {
  const { form, postLabel, suggestions = [], required = false, focus } = props;
  const { t } = useTranslations();
  const { to } = form.form.values;
  const likely = useLikelyAction();
  return (
    <div className={classes.fields}>
      <SuggestedPosts
        suggestions={suggestions}
        chosen={to}
        onChoose={({ post, action }) => choosePost(form, post, action)}
        label={t('desk.suggested')}
        keys="alt"
      />
      <PostPicker
        label={postLabel}
        value={to?.id ?? null}
        onChange={(_, post) => choosePost(form, post, likely(post))}
        error={form.form.errors.toPostId}
        required={required}
        autoFocus={focus === 'post'}
      />
      <ForwardOptions form={form} focusRemarks={focus === 'remarks'} />
    </div>
  );
}

/** @param action what is likely asked of this post. */
export function choosePost({ form, followsPost }: ForwardForm, post: PostRef, action: ActionAsked): void {
  form.setFieldValue('to', post);
  if (followsPost) form.setFieldValue('usual', action);
  form.clearFieldError('toPostId');
}
