import { MarkNotToBeSent } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { showSuccess } from '../../ui/notices/announcements';

interface NotToBeSentDialogProps {
  issueId: string;
  /** By their places in the letter. */
  recipients: readonly number[];
  /** What they are called. */
  names: string;
  onClose: () => void;
}

/** Asks why the chosen addressees are not to be sent the letter. */
export function NotToBeSentDialog({ issueId, recipients, names, onClose }: NotToBeSentDialogProps) {
  const { t } = useTranslations('outward');
  const mark = useCommand('markNotToBeSent');
  const act = async (reason: string) => {
    await mark.mutateAsync({ params: { issueId }, body: { recipients: [...recipients], reason } });
    showSuccess(t('dispatch.marked', { names }));
  };
  return (
    <ReasonDialog
      title={t('dispatch.notToBeSent')}
      act={t('dispatch.mark')}
      schema={MarkNotToBeSent.pick({ reason: true })}
      onAct={act}
      onClose={onClose}
    >
      {t('dispatch.notToBeSentWhy', { names })}
    </ReasonDialog>
  );
}
