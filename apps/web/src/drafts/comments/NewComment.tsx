import {
  CommentDraft,
  type DraftContent,
  type DraftView,
  findPassage,
  MARKED_PARTS,
  type Named,
  type Passage,
  type PostView,
} from '@patravali/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { PickedPosts } from '../../organisation/picker/PickedPosts';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';

interface NewCommentProps {
  draft: Named<DraftView>;
  /** Saves the last key, so that the passage stands where it is looked for. */
  saveDraft: () => Promise<Named<DraftView>>;
  content: DraftContent;
  /** What was marked, if anything. */
  marked: Passage | null;
  onClose: () => void;
}

/** A comment on a passage, which may be typed as well as marked, or on the draft as a whole. */
export function NewComment({ draft, saveDraft, content, marked, onClose }: NewCommentProps) {
  const { t } = useTranslations('draft-comments');
  const comment = useCommand('commentDraft');
  const { form, send } = useContractForm({
    schema: CommentDraft,
    initialValues: { quote: marked?.quote ?? '', words: '', toPostIds: [] as readonly string[] },
  });
  const { quote, words, toPostIds } = form.values;
  const offers = useCallback(({ id }: PostView) => !toPostIds.includes(id), [toPostIds]);
  const submit = async () => {
    const passage = passageOf(quote, marked, content);
    if (passage === undefined) {
      form.setFieldError('quote', t('comments.notThere'));
      return;
    }
    await send({ passage, words, toPostIds: toPostIds.length > 0 ? toPostIds : null }, async (body) => {
      await saveDraft();
      await comment.mutateAsync({ params: { draftId: draft.id }, body });
      showSuccess(t('comments.added'));
      onClose();
    });
  };
  return (
    <FormDialog
      title={t('comments.new')}
      act={t('comments.add')}
      incomplete={words.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('comments.passage')}
        description={t('comments.passageWhy')}
        {...form.getInputProps('quote')}
      />
      <Textarea label={t('comments.words')} minRows={3} required data-autofocus {...form.getInputProps('words')} />
      <PickedPosts
        postIds={toPostIds}
        label={t('comments.to')}
        removing={(_, { marking }) => t('comments.removeReader', { post: marking })}
        onRemove={(postId) =>
          form.setFieldValue(
            'toPostIds',
            toPostIds.filter((each) => each !== postId),
          )
        }
      />
      <PostPicker
        label={t('comments.to')}
        description={t('comments.toWhy')}
        value={null}
        offers={offers}
        onChange={(postId) => form.setFieldValue('toPostIds', [...toPostIds, postId])}
        error={
          form.errors.toPostIds ?? Object.entries(form.errors).find(([path]) => path.startsWith('toPostIds.'))?.[1]
        }
      />
    </FormDialog>
  );
}

/** Where the words stand that were marked or typed: null is the draft as a whole, undefined nowhere. */
function passageOf(typed: string, marked: Passage | null, content: DraftContent): Passage | null | undefined {
  const quote = typed.trim();
  if (quote === '') return null;
  if (quote === marked?.quote && findPassage(content, marked) !== null) return marked;
  return MARKED_PARTS.map((part) => ({ part, quote, occurrence: 1 })).find(
    (passage) => findPassage(content, passage) !== null,
  );
}
