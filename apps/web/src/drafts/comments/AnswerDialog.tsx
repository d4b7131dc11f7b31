import { AnswerDraftComment } from '@patravali/contract';
import { Textarea } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';

/** What is said to a comment. */
export function AnswerDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const { t } = useTranslations('draft-comments');
  const answer = useCommand('answerDraftComment');
  const { form, check, refuse } = useContractForm({ schema: AnswerDraftComment, initialValues: { words: '' } });
  const submit = async () => {
    const body = check(form.values);
    if (!body) return;
    await answer.mutateAsync({ params: { commentId }, body });
    showSuccess(t('comments.answered'));
    onClose();
  };
  return (
    <FormDialog
      title={t('comments.answer')}
      act={t('comments.answer')}
      pending={answer.isPending}
      incomplete={form.values.words.trim() === ''}
      error={answer.error}
      onSubmit={() => void submit().catch(refuse)}
      onClose={onClose}
    >
      <Textarea
        label={t('comments.words')}
        autosize
        minRows={3}
        required
        data-autofocus
        {...form.getInputProps('words')}
      />
    </FormDialog>
  );
}
