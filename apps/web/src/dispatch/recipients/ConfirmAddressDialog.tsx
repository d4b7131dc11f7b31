import { ConfirmAddress } from '@patravali/contract';
import { TextInput } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { useSentence } from '../../ui/notices/use-refusal';

interface ConfirmAddressDialogProps {
  issueId: string;
  /** By their place in the letter, with their name and where a mail to them went up to now. */
  recipient: number;
  name: string;
  email: string | null;
  onClose: () => void;
}

/** The issuing post says where a mail to this addressee goes. */
export function ConfirmAddressDialog({ issueId, recipient, name, email, onClose }: ConfirmAddressDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const confirm = useCommand('confirmAddress');
  const { form, check } = useContractForm({
    schema: ConfirmAddress,
    initialValues: { email: email ?? '' },
  });
  const act = () => {
    const body = check({ recipient, email: form.values.email.trim() });
    if (!body) return;
    confirm.mutate(
      { params: { issueId }, body },
      {
        onSuccess: () => {
          showSuccess(t('dispatch.addressConfirmed', { name, email: body.email }));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('dispatch.confirmAddress')}
      act={t('dispatch.confirm')}
      pending={confirm.isPending}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('dispatch.confirmAddressWhy', { name })}</p>
      <TextInput
        {...form.getInputProps('email')}
        type="email"
        label={t('dispatch.email')}
        required
        data-autofocus
        error={form.errors.email ?? (confirm.error ? sentence(confirm.error) : undefined)}
      />
    </FormDialog>
  );
}
