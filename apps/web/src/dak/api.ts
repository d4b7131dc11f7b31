import type { Query } from '@patravali/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { type ListOptions, useList } from '../api/use-list';

export const useDiary = (query: Query<'listDiary'>, options?: ListOptions) => useList('listDiary', { query }, options);

export const receiptQuery = (receiptId: string) =>
  queryOptions({
    queryKey: keyOf('getReceipt', { params: { receiptId } }),
    queryFn: ({ signal }) => call('getReceipt', { params: { receiptId } }, { signal }),
  });
export const useReceipt = (receiptId: string, options: { enabled?: boolean } = {}) =>
  useQuery({ ...receiptQuery(receiptId), enabled: options.enabled ?? true });
