import type { Diarised } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess, showUndoable } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';

/** Says where a receipt has gone, and for a minute offers to pull it back. */
export function useReceiptSent(): (receipt: Diarised & { readonly id: string }, sentence: string) => void {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: pullBack } = useCommand('pullBackReceipt');
  const refuse = useRefusal();
  return (receipt, sentence) =>
    showUndoable(
      sentence,
      () => {
        // Without a version: if it was opened meanwhile, the office says by whom.
        const done = () => showSuccess(t('receiptMoves.pulledBack', { number: diaryNumber(receipt) }));
        pullBack({ params: { receiptId: receipt.id }, body: {} }).then(done, refuse);
      },
      { tooLate: t('receiptMoves.undoIsOver') },
    );
}
