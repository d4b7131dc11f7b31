import { AnswerDiscussion } from '@patravali/contract';
import { Textarea } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';

interface NotConfirmedProps {
  pending: boolean;
  error: unknown;
  onAnswer: (body: AnswerDiscussion) => void;
  onClose: () => void;
}

/** Asks what was said instead: a discussion is not denied without words. */
export function NotConfirmed({ pending, error, onAnswer, onClose }: NotConfirmedProps) {
  const { t } = useTranslations();
  const { form, check } = useContractForm({ schema: AnswerDiscussion, initialValues: { remarks: '' } });
  const remarks = orNothing(form.values.remarks) ?? null;
  const submit = () => {
    const body = check({ answer: 'not_confirmed', remarks });
    if (body) onAnswer(body);
  };
  return (
    <FormDialog
      title={t('discussion.doubt')}
      act={t('discussion.record')}
      pending={pending}
      incomplete={remarks === null}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        {...form.getInputProps('remarks')}
        label={t('discussion.remarks')}
        description={t('discussion.doubtWhy')}
        required
        data-autofocus
        minRows={3}
      />
    </FormDialog>
  );
}
