import { CancelDraft, type DraftView, type Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';

interface CancelDialogProps {
  draft: Named<DraftView>;
  saveDraft: () => Promise<Named<DraftView>>;
  onClose: () => void;
}

export function CancelDialog({ draft, saveDraft, onClose }: CancelDialogProps) {
  const { t } = useTranslations('draft-forms');
  const cancel = useCommand('cancelDraft');
  const act = async (reason: string) => {
    const { version } = await saveDraft();
    await cancel.mutateAsync({ params: { draftId: draft.id }, body: { reason }, ifMatch: version });
    showSuccess(t('draft.cancelled'));
  };
  return (
    <ReasonDialog title={t('draft.cancel')} schema={CancelDraft} onAct={act} onClose={onClose}>
      {draft.state === 'numbered'
        ? t('draft.cancelNumberWhy', { number: draft.issueNumber ?? '' })
        : t('draft.cancelWhy')}
    </ReasonDialog>
  );
}
