import type { Named, ReceiptView } from '@patravali/contract';
import { useEffect, useState } from 'react';
import { useReceipt } from '../../correspondence/use-receipt';

const RESTING_MS = 300;

/** A receipt that somebody rests on in a list: walking quickly through the list fetches nothing. */
export function useRestingReceipt(receiptId: string): Named<ReceiptView> | undefined {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  return useReceipt(receiptId, { enabled: resting }).data;
}
