import { ConfirmAddress } from '@patravali/contract';
import { TextInput } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';

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
  const { t } = useTranslations('outward');
  const confirm = useCommand('confirmAddress');
  const { form, send } = useContractForm({
    schema: ConfirmAddress,
    initialValues: { email: email ?? '' },
  });
  const submit = () =>
    send({ recipient, email: form.values.email.trim() }, async (body) => {
      await confirm.mutateAsync({ params: { issueId }, body });
      showSuccess(t('dispatch.addressConfirmed', { name, email: body.email }));
      onClose();
    });
  return (
    <FormDialog title={t('dispatch.confirmAddress')} act={t('dispatch.confirm')} onSubmit={submit} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('dispatch.confirmAddressWhy', { name })}</p>
      <TextInput {...form.getInputProps('email')} type="email" label={t('dispatch.email')} required data-autofocus />
    </FormDialog>
  );
}
