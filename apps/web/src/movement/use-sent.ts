import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess, showUndoable } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';

/** Says where a file has gone, and for a minute offers to pull it back. */
export function useSent(): (file: Named<FileView>, sentence: string) => void {
  const { t } = useTranslations();
  const { mutateAsync: pullBack } = useCommand('pullBackFile');
  const refuse = useRefusal();
  return ({ id, number }, sentence) =>
    showUndoable(sentence, () => {
      // Without a version: if it was opened meanwhile, the office says by whom, which "the file has changed" would not.
      pullBack({ params: { fileId: id }, body: {} }).then(() => showSuccess(t('desk.pulledBack', { number })), refuse);
    });
}
