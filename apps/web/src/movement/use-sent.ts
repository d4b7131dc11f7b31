import type { FileView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { neighboursOf } from '../ui/list/neighbours';
import { type Next, showUndoable } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';
import { usePulledBack } from './use-pulled-back';

/** Says where a file has gone, and for a minute offers to pull it back. */
export function useSent(): (file: Named<FileView>, sentence: string, then?: Next | null) => void {
  const { mutateAsync: pullBack } = useCommand('pullBackFile');
  const pulledBack = usePulledBack();
  const refuse = useRefusal();
  return (file, sentence, then = null) => {
    const undo = async () => {
      // Without a version: if it was opened meanwhile, the office says by whom, which "the file has changed" would not.
      await pullBack({ params: { fileId: file.id }, body: {} });
      await pulledBack(file, file.counts.notes);
    };
    showUndoable(sentence, () => void undo().catch(refuse), { then });
  };
}

/** The file that comes after this one in the list from which it was opened. */
export function useNextOf(): (fileId: string) => Next | null {
  const { t } = useTranslations();
  const navigate = useNavigate();
  return (id) => {
    const { next } = neighboursOf(id);
    if (next === undefined) return null;
    return { label: t('file.next'), open: () => void navigate({ to: '/files/$fileId', params: { fileId: next } }) };
  };
}
