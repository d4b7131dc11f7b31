import type { Query } from '@patravali/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { DESK, RECEIPT } from '../api/affected';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';
import { type ListOptions, useList } from '../api/use-list';

export const useDiary = (query: Query<'listDiary'>, options?: ListOptions) => useList('listDiary', { query }, options);

export const receiptQuery = (receiptId: string) =>
  queryOptions({
    queryKey: keyOf('getReceipt', { params: { receiptId } }),
    queryFn: ({ signal }) => call('getReceipt', { params: { receiptId } }, { signal }),
  });
export const useReceipt = (receiptId: string, options: { enabled?: boolean } = {}) =>
  useQuery({ ...receiptQuery(receiptId), enabled: options.enabled ?? true });

export const useCreateReceipt = () => useCommand('createReceipt', [...DESK, ...RECEIPT]);
export const useOpenReceipt = () => useCommand('openReceipt', [...DESK, ...RECEIPT]);
export const useCorrectReceipt = () => useCommand('correctReceipt', [...DESK, ...RECEIPT]);
export const usePullBackReceipt = () => useCommand('pullBackReceipt', [...DESK, ...RECEIPT]);
export const useReturnReceipt = () => useCommand('returnReceipt', [...DESK, ...RECEIPT]);
export const useRedirectReceipt = () => useCommand('redirectReceipt', [...DESK, ...RECEIPT]);
export const useSeeReceiptCopy = () => useCommand('seeReceiptCopy', [...DESK, ...RECEIPT]);
export const useForwardReceipt = () => useCommand('forwardReceipt', [...DESK, ...RECEIPT]);
