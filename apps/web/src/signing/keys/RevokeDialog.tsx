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
  const done = () => {
    showSuccess(t('signing.revoked'));
    onClose();
  };
  return (
    <FormDialog
      title={t('signing.revokeTitle')}
      act={t('signing.revoke')}
      pending={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate({ params: { keyId } }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>{t('signing.revokeWhy', { name })}</p>
    </FormDialog>
  );
}
