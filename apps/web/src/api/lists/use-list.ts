import type { OperationId, OperationRequest, Page } from '@patravali/contract';
import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type NamedAnswer } from '../call';
import { keyOf } from '../keys';

type ListId = { [Id in OperationId]: NamedAnswer<Id> extends Page<unknown> ? Id : never }[OperationId];
type ItemOf<Id extends ListId> = NamedAnswer<Id> extends Page<infer Item> ? Item : never;

/** A list that grows by pages: all rows so far, and how to get more. */
export interface Rows<Item> extends Pick<
  UseInfiniteQueryResult,
  'isPending' | 'isFetching' | 'isFetchingNextPage' | 'error' | 'isPlaceholderData'
> {
  items: Item[];
  /** Which list it is, of which post and with which filters. */
  list: string;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

export interface ListOptions {
  enabled?: boolean;
  limit?: number;
  /** How often it is asked again while it is looked at, in milliseconds. */
  every?: number;
}

export function useList<Id extends ListId>(
  id: Id,
  request: OperationRequest<Id>,
  options: ListOptions = {},
): Rows<ItemOf<Id>> {
  const { limit = 50, enabled = true, every } = options;
  const queryKey = keyOf(id, request, limit);
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...request.query, limit, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const page = await call(id, { ...request, query: paged }, { signal });
      return page as Page<ItemOf<Id>>;
    },
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: every ?? false,
    enabled,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    list: JSON.stringify(queryKey),
    isPending: query.isPending,
    isFetching: query.isFetching,
    isFetchingNextPage: query.isFetchingNextPage,
    isPlaceholderData: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

/** A list short enough to be wanted whole: notes, letters, movements of one file. */
export const WHOLE = { limit: 200 };
