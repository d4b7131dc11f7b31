import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess, showUndoable } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';

/** Says where a receipt has gone, and for a minute offers to pull it back. */
export function useReceiptSent(): (receipt: { id: string; diaryNumber: string }, sentence: string) => void {
  const { t } = useTranslations('receipt-moves');
  const { mutateAsync: pullBack } = useCommand('pullBackReceipt');
  const refuse = useRefusal();
  return ({ id, diaryNumber: number }, sentence) =>
    showUndoable(
      sentence,
      () => {
        // Without a version: if it was opened meanwhile, the office says by whom.
        const done = () => showSuccess(t('receiptMoves.pulledBack', { number }));
        pullBack({ params: { receiptId: id }, body: {} }).then(done, refuse);
      },
      { tooLate: t('receiptMoves.undoIsOver') },
    );
}
