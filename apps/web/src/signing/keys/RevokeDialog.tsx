import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';

interface RevokeDialogProps {
  keyId: string;
  name: string;
  onClose: () => void;
}

/** A key that is revoked is gone, so it is asked once. */
export function RevokeDialog({ keyId, name, onClose }: RevokeDialogProps) {
  const { t } = useTranslations('signing');
  const revoke = useCommand('revokeSigningKey');
  const submit = async () => {
    await revoke.mutateAsync({ params: { keyId } });
    showSuccess(t('signing.revoked'));
    onClose();
  };
  return (
    <FormDialog title={t('signing.revokeTitle')} act={t('signing.revoke')} onSubmit={submit} onClose={onClose}>
      <p>{t('signing.revokeWhy', { name })}</p>
    </FormDialog>
  );
}
