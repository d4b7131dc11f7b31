import type { Named, ReceiptRow } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';

/** That a receipt came back to this desk, or was redirected to it. */
export function HowReceiptCame({ receipt }: { receipt: Pick<Named<ReceiptRow>, 'returned' | 'redirected'> }) {
  const { t } = useTranslations('receipt-moves');
  return (
    <>
      {receipt.returned && (
        <Pill kind="yellow">
          <span aria-hidden>↩ </span>
          {t('receiptMoves.returned')}
        </Pill>
      )}
      {receipt.redirected && (
        <Pill kind="yellow">
          <span aria-hidden>↪ </span>
          {t('receiptMoves.redirected')}
        </Pill>
      )}
    </>
  );
}
