import type { Named, ReceiptRow } from '@patravali/contract';
import { Pill } from '../../ui/Badges';
import { useReceiptWords } from './use-receipt-words';

/** That a receipt came back to this desk, or was redirected to it. */
export function HowReceiptCame({ receipt }: { receipt: Pick<Named<ReceiptRow>, 'returned' | 'redirected'> }) {
  const say = useReceiptWords();
  return (
    <>
      {receipt.returned && (
        <Pill kind="yellow">
          <span aria-hidden>↩ </span>
          {say('receiptMoves.returned')}
        </Pill>
      )}
      {receipt.redirected && (
        <Pill kind="yellow">
          <span aria-hidden>↪ </span>
          {say('receiptMoves.redirected')}
        </Pill>
      )}
    </>
  );
}
