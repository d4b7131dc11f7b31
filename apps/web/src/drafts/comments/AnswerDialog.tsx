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
  const { form, send } = useContractForm({ schema: AnswerDraftComment, initialValues: { words: '' } });
  const submit = () =>
    send(form.values, async (body) => {
      await answer.mutateAsync({ params: { commentId }, body });
      showSuccess(t('comments.answered'));
      onClose();
    });
  return (
    <FormDialog
      title={t('comments.answer')}
      incomplete={form.values.words.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea label={t('comments.words')} minRows={3} required data-autofocus {...form.getInputProps('words')} />
    </FormDialog>
  );
}
