import { correspondencePages } from '@messages/correspondence-pages';
import { type CorrespondenceView, DetachLetter, type FileView, type Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useRememberVersion } from '../../custody/use-remember-version';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';

interface DetachDialogProps {
  file: Named<FileView>;
  letter: Named<CorrespondenceView>;
  onClose: () => void;
}

/** Asks why the letter does not belong on this file. */
export function DetachDialog({ file, letter, onClose }: DetachDialogProps) {
  const { t, diaryNumber } = useTranslations('file-acts');
  const detach = useCommand('detachLetter');
  const remember = useRememberVersion();
  const { serial } = letter;
  const place = correspondencePages(letter);
  const act = async (reason: string) => {
    remember(await detach.mutateAsync({ params: { fileId: file.id, serial }, body: { reason } }));
    showSuccess(t('acts.detachedNow', { place, number: diaryNumber(letter) ?? '' }));
  };
  return (
    <ReasonDialog
      title={t('acts.detachTitle', { serial, place })}
      act={t('receiptMove.detach')}
      schema={DetachLetter}
      onAct={act}
      onClose={onClose}
    >
      {t('acts.detachWhy', { serial, place })}
    </ReasonDialog>
  );
}
