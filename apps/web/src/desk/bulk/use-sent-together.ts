import { useTranslations } from '../../language/use-translations';
import { usePullBackFile } from '../../movement/api';
import { showSuccess, showUndoable } from '../../ui/announcements';
import { useRefusal } from '../../ui/use-refusal';

/** Says how many files have gone where, and for a minute offers to pull them back: each by itself, as far as it is unread. */
export function useSentTogether(): (files: readonly { id: string }[], marking: string) => void {
  const { t } = useTranslations();
  const { mutateAsync: pullBack } = usePullBackFile();
  const refuse = useRefusal();
  const pullAllBack = async (files: readonly { id: string }[]) => {
    let back = 0;
    for (const { id } of files) {
      await pullBack({ params: { fileId: id }, body: {} }).then(() => (back += 1), refuse);
    }
    if (back > 0) showSuccess(t('bulk.pulledBack', { count: back }));
  };
  return (files, marking) =>
    showUndoable(t('bulk.sent', { count: files.length, post: marking }), () => void pullAllBack(files));
}
