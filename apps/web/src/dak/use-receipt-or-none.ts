import type { ReceiptView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { receiptQuery } from './api';

/** The receipt that an address names, or nothing when it names none. */
export function useReceiptOrNone(receiptId: string | undefined): ReceiptView | undefined {
  return useQuery({ ...receiptQuery(receiptId ?? ''), enabled: receiptId !== undefined }).data;
}
