import { AnswerDraftComment } from '@patravali/contract';
import { Textarea } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { useCommentWords } from './use-comment-words';

/** What is said to a comment. */
export function AnswerDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const say = useCommentWords();
  const answer = useCommand('answerDraftComment');
  const { form, check, refuse } = useContractForm({ schema: AnswerDraftComment, initialValues: { words: '' } });
  const submit = async () => {
    const body = check(form.values);
    if (!body) return;
    await answer.mutateAsync({ params: { commentId }, body });
    showSuccess(say('comments.answered'));
    onClose();
  };
  return (
    <FormDialog
      title={say('comments.answer')}
      act={say('comments.answer')}
      pending={answer.isPending}
      incomplete={form.values.words.trim() === ''}
      error={answer.error}
      onSubmit={() => void submit().catch(refuse)}
      onClose={onClose}
    >
      <Textarea
        label={say('comments.words')}
        autosize
        minRows={3}
        required
        data-autofocus
        {...form.getInputProps('words')}
      />
    </FormDialog>
  );
}
