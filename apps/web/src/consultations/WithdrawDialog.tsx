import { type FileView, type Named, WithdrawConsultation } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useConsultations } from './api';

interface WithdrawDialogProps {
  file: Named<FileView>;
  /** Those that are asked no longer; all that are open, if none are named. */
  ids?: readonly string[];
  onClose: () => void;
}

/** Asks the posts that were consulted no longer, with a reason. */
export function WithdrawDialog({ file, ids, onClose }: WithdrawDialogProps) {
  const { t, marking } = useTranslations('consultations');
  const withdraw = useCommand('withdrawConsultation');
  const { items } = useConsultations(file.id);
  const open = items.flatMap(({ consulted }) => consulted.filter(({ state }) => state === 'asked'));
  const posts = open.filter(({ id }) => ids?.includes(id) ?? true).map(({ post }) => marking(post));
  const act = async (reason: string) => {
    const body = { reason, ...(ids && { consultedIds: [...ids] }) };
    await withdraw.mutateAsync({ params: { fileId: file.id }, body, ifMatch: file.version });
    showSuccess(t('withdrawn', { number: file.number }));
  };
  return (
    <ReasonDialog
      title={t('fileMove.withdraw_consultation')}
      schema={WithdrawConsultation}
      onAct={act}
      onClose={onClose}
    >
      {t('withdrawWhy', { post: posts.join(', ') })}
    </ReasonDialog>
  );
}
