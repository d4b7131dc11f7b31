import { CloseFile, type FileMove, type FileView, type Named, PullBackFile, ReopenFile } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useExplanation } from '../../movement/clock/use-explanation';
import { useSignFirst, wantsSignature } from '../../notes/signing/use-sign-first';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';

interface MoveDialogProps {
  file: Named<FileView>;
  onClose: () => void;
}

/** Takes an unopened file back from the desk to which it was sent. */
export function PullBackDialog({ file, onClose }: MoveDialogProps) {
  const { t, said } = useWords(file, 'pull_back');
  const { mutateAsync: pullBack } = useCommand('pullBackFile');
  // Without a version: if it was opened meanwhile, the office says by whom, which "the file has changed" would not.
  const act = (reason: string) =>
    pullBack({ params: { fileId: file.id }, body: reason === '' ? {} : { reason } }).then(said);
  return (
    <ReasonDialog title={t('fileMove.pull_back')} schema={PullBackFile} onAct={act} onClose={onClose}>
      {t('file.why.pull_back')}
    </ReasonDialog>
  );
}

/** Closes the file; the note that is being written closes with it, and says why it was kept where that is asked. */
export function CloseFileDialog({ file, onClose }: MoveDialogProps) {
  const { t, said } = useWords(file, 'close');
  const { mutateAsync: close, error } = useCommand('closeFile');
  const explanation = useExplanation(file, error);
  const { sign, dialog } = useSignFirst(file.id);
  const act = async (reason: string) => {
    if (file.pendingNote && wantsSignature(file)) await sign(file.pendingNote.version);
    const confirmNote = file.pendingNote?.colour === 'yellow';
    const body = { reason, confirmNote, ...explanation.said };
    await close({ params: { fileId: file.id }, ifMatch: file.version, body });
    said();
  };
  return (
    <>
      <ReasonDialog title={t('fileMove.close')} schema={CloseFile} more={explanation} onAct={act} onClose={onClose}>
        {t('file.why.close')}
      </ReasonDialog>
      {dialog}
    </>
  );
}

/** Brings a closed file back to the desk that closed it. */
export function ReopenFileDialog({ file, onClose }: MoveDialogProps) {
  const { t, said } = useWords(file, 'reopen');
  const { mutateAsync: reopen } = useCommand('reopenFile');
  const act = (reason: string) =>
    reopen({ params: { fileId: file.id }, ifMatch: file.version, body: { reason } }).then(said);
  return (
    <ReasonDialog title={t('fileMove.reopen')} schema={ReopenFile} onAct={act} onClose={onClose}>
      {t('file.why.reopen')}
    </ReasonDialog>
  );
}

function useWords({ number }: Named<FileView>, move: FileMove & ('pull_back' | 'close' | 'reopen')) {
  const { t } = useTranslations();
  return { t, said: () => showSuccess(t(`file.done.${move}`, { number })) };
}
