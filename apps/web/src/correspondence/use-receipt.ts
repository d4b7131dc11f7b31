import type { Named, ReceiptView } from '@patravali/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

const receiptQuery = (receiptId: string) =>
  queryOptions({
    queryKey: keyOf('getReceipt', { params: { receiptId } }),
    queryFn: ({ signal }) => call('getReceipt', { params: { receiptId } }, { signal }),
  });
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
