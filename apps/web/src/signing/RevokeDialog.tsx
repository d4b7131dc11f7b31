import { useCommand } from '../api/use-command';
import { showSuccess } from '../ui/announcements';
import { FormDialog } from '../ui/FormDialog';
import { useSigningWords } from './use-words';

interface RevokeDialogProps {
  keyId: string;
  name: string;
  onClose: () => void;
}

/** A key that is revoked is gone, so it is asked once. */
export function RevokeDialog({ keyId, name, onClose }: RevokeDialogProps) {
  const say = useSigningWords();
  const revoke = useCommand('revokeSigningKey');
  const done = () => {
    showSuccess(say('signing.revoked'));
    onClose();
  };
  return (
    <FormDialog
      title={say('signing.revokeTitle')}
      act={say('signing.revoke')}
      pending={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate({ params: { keyId } }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>{say('signing.revokeWhy', { name })}</p>
    </FormDialog>
  );
}
