import { CloseReceipt, type Named, type ReceiptView, ReopenReceipt } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';

interface DialogProps {
  receipt: Named<ReceiptView>;
  onClose: () => void;
}

/** It needs no file: closed where it lies, with a reason. */
export function CloseReceiptDialog({ receipt, onClose }: DialogProps) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: close } = useCommand('closeReceipt');
  const { id: receiptId, version: ifMatch } = receipt;
  const act = async (reason: string) => {
    await close({ params: { receiptId }, body: { reason }, ifMatch });
    showSuccess(t('receiptMoves.closed', { number: diaryNumber(receipt) }));
  };
  return (
    <ReasonDialog title={t('receiptMove.close')} schema={CloseReceipt} onAct={act} onClose={onClose}>
      {t('receiptMoves.whyClose')}
    </ReasonDialog>
  );
}

/** To this desk, with a reason. */
export function ReopenReceiptDialog({ receipt, onClose }: DialogProps) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: reopen } = useCommand('reopenReceipt');
  const { id: receiptId, version: ifMatch } = receipt;
  const act = async (reason: string) => {
    await reopen({ params: { receiptId }, body: { reason }, ifMatch });
    showSuccess(t('receiptMoves.reopened', { number: diaryNumber(receipt) }));
  };
  return (
    <ReasonDialog title={t('receiptMove.reopen')} schema={ReopenReceipt} onAct={act} onClose={onClose}>
      {t('receiptMoves.whyReopen')}
    </ReasonDialog>
  );
}
