import { MOST_MARKED_AT_ONCE, type PostRef, type PostView } from '@patravali/contract';
import { useMemo, useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import type { ForwardForm } from '../../movement/forward/use-forward-form';
import { PickedPosts } from '../../organisation/picker/PickedPosts';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from './moves.module.css';

/** The posts that are to read the receipt besides, each removable, and the field that finds one more. */
export function CopyTo({ form: { form } }: { form: ForwardForm }) {
  const { t, marking } = useTranslations('receipt-moves');
  const field = useRef<HTMLInputElement>(null);
  const { copyTo, to } = form.values;
  const most = MOST_MARKED_AT_ONCE - 1;
  const full = copyTo.length >= most;
  const offers = useMemo(
    () =>
      ({ id }: PostView) =>
        !full && id !== to?.id && copyTo.every((post) => post.id !== id),
    [copyTo, to, full],
  );
  const set = (posts: readonly PostRef[]) => form.setFieldValue('copyTo', posts);
  const remove = (postId: string) => {
    set(copyTo.filter(({ id }) => id !== postId));
    field.current?.focus();
  };
  const last = copyTo.at(-1);
  return (
    <div className={classes.copies}>
      <PostPicker
        label={t('receiptMoves.copyTo')}
        description={full ? t('form.tooMany', { max: most }) : t('receiptMoves.copyWhy')}
        value={null}
        inputRef={field}
        offers={offers}
        onChange={(_, post) => set([...copyTo, post])}
        onBackspace={() => last && remove(last.id)}
      />
      <PickedPosts
        postIds={copyTo.map(({ id }) => id)}
        label={t('receiptMoves.copied')}
        removing={(_, post) => t('receiptMoves.removeCopy', { post: marking(post) })}
        onRemove={remove}
      />
    </div>
  );
}
