import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { showSuccess, showUndoable } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';
import type { MovedThing } from './thing';

/** Says how many have gone where, and for a minute offers to pull them back: each by itself, as far as it is unread. */
export function useSentTogether(of: MovedThing): (things: readonly { id: string }[], marking: string) => void {
  const { t } = useTranslations('bulk', 'receipt-moves');
  const { mutateAsync: pullBackFile } = useCommand('pullBackFile');
  const { mutateAsync: pullBackReceipt } = useCommand('pullBackReceipt');
  const refuse = useRefusal();
  const pullBack = (id: string): Promise<unknown> =>
    of === 'files'
      ? pullBackFile({ params: { fileId: id }, body: {} })
      : pullBackReceipt({ params: { receiptId: id }, body: {} });
  const pullAllBack = async (things: readonly { id: string }[]) => {
    let back = 0;
    for (const { id } of things) await pullBack(id).then(() => (back += 1), refuse);
    if (back > 0) showSuccess(t(`bulk.${of}.pulledBack`, { count: back }));
  };
  return (things, marking) =>
    showUndoable(
      t(`bulk.${of}.sent`, { count: things.length, post: marking }),
      () => void pullAllBack(things),
      of === 'receipts' ? { tooLate: t('receiptMoves.undoIsOver') } : {},
    );
}
