import { type IssueView, MarkNotToBeSent, type Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showSuccess } from '../ui/announcements';
import { useMarkNotToBeSent } from './api';

interface NotToBeSentDialogProps {
  issue: Named<IssueView>;
  recipients: readonly number[];
  onClose: () => void;
}

/** Asks why the chosen addressees are not to be sent the letter. */
export function NotToBeSentDialog({ issue, recipients, onClose }: NotToBeSentDialogProps) {
  const { t } = useTranslations();
  const mark = useMarkNotToBeSent();
  const names = recipients.map((recipient) => issue.sendings[recipient]?.addressee.name ?? '').join(', ');
  const act = (reason = '') =>
    mark.mutate(
      { params: { issueId: issue.id }, body: { recipients: [...recipients], reason } },
      {
        onSuccess: () => {
          showSuccess(t('dispatch.marked', { names }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('dispatch.notToBeSent')}
      act={t('dispatch.mark')}
      schema={MarkNotToBeSent.pick({ reason: true })}
      pending={mark.isPending}
      error={mark.error}
      onAct={act}
      onClose={onClose}
    >
      {t('dispatch.notToBeSentWhy', { names })}
    </ReasonDialog>
  );
}
