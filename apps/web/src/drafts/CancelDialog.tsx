import type { DraftView } from '@patravali/contract';
import { useState } from 'react';
import { useCancelDraft } from './api';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';

interface CancelDialogProps {
  draft: DraftView;
  settled: () => Promise<DraftView>;
  onClose: () => void;
}

export function CancelDialog({ draft, settled, onClose }: CancelDialogProps) {
  const { t } = useTranslations();
  const cancel = useCancelDraft();
  const [error, setError] = useState<unknown>(null);
  const act = async (reason: string) => {
    const { version } = await settled();
    await cancel.mutateAsync({ params: { draftId: draft.id }, body: { reason }, ifMatch: version });
    showSuccess(t('draft.cancelled'));
    onClose();
  };
  return (
    <ReasonDialog
      title={t('draft.cancel')}
      act={t('draft.cancel')}
      needed
      pending={cancel.isPending}
      error={error}
      onAct={(reason) => void act(reason ?? '').catch(setError)}
      onClose={onClose}
    >
      {t('draft.cancelWhy')}
    </ReasonDialog>
  );
}
