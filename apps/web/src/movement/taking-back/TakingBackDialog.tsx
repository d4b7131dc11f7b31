import { AskRecall, type FileView, type Named, PullUpFile, RefuseRecall } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';

const SCHEMAS = { ask_recall: AskRecall, refuse_recall: RefuseRecall, pull_up: PullUpFile };

interface TakingBackDialogProps {
  file: Named<FileView>;
  move: keyof typeof SCHEMAS;
  onClose: () => void;
}

/** Asks for the file, keeps it from whoever asks, or takes it from a subordinate: each with a reason. */
export function TakingBackDialog({ file, move, onClose }: TakingBackDialogProps) {
  const { t, marking } = useTranslations();
  const commands = {
    ask_recall: useCommand('askRecall'),
    refuse_recall: useCommand('refuseRecall'),
    pull_up: useCommand('pullUpFile'),
  };
  const command = commands[move];
  const asker = marking(file.lastRecall?.by.post);
  const post = move === 'refuse_recall' ? asker : marking(file.holder);
  const act = async (reason: string) => {
    // A superior takes it from the desk that he saw; a request is of the file where it lies now.
    const seen = move === 'pull_up' ? { ifMatch: file.version } : {};
    await command.mutateAsync({ params: { fileId: file.id }, body: { reason }, ...seen });
    showSuccess(t(`file.done.${move}`, { number: file.number, post }));
  };
  return (
    <ReasonDialog title={t(`fileMove.${move}`)} schema={SCHEMAS[move]} onAct={act} onClose={onClose}>
      {t(`file.why.${move}`, { post })}
    </ReasonDialog>
  );
}
