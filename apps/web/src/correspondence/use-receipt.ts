import type { Named, ReceiptView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';

const receiptQuery = (receiptId: string) => queryOf('getReceipt', { params: { receiptId } });
export const useReceipt = (receiptId: string, options: { enabled?: boolean } = {}) =>
  useQuery({ ...receiptQuery(receiptId), enabled: options.enabled ?? true });

interface ReceiptOrNone {
  receipt: Named<ReceiptView> | undefined;
  isLoading: boolean;
}

/** The receipt that an address names, or nothing when it names none. */
export function useReceiptOrNone(receiptId: string | undefined): ReceiptOrNone {
  const { data, isLoading } = useQuery({ ...receiptQuery(receiptId ?? ''), enabled: receiptId !== undefined });
  return { receipt: data, isLoading };
}
