import type { OperationId, OperationRequest, Page } from '@patravali/contract';
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
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

const AT_ONCE = 50;

/** The question of a list, for who asks it before the list is shown. */
export const listOf = <Id extends ListId>(id: Id, request: OperationRequest<Id>, limit = AT_ONCE) =>
  infiniteQueryOptions({
    queryKey: keyOf(id, request, limit),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...request.query, limit, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const page = await call(id, { ...request, query: paged }, { signal });
      return page as Page<ItemOf<Id>>;
    },
    getNextPageParam: (last) => last.next,
  });

export function useList<Id extends ListId>(
  id: Id,
  request: OperationRequest<Id>,
  options: ListOptions = {},
): Rows<ItemOf<Id>> {
  const { limit, enabled = true, every } = options;
  const question = listOf(id, request, limit);
  const query = useInfiniteQuery({
    ...question,
    placeholderData: keepPreviousData,
    refetchInterval: every ?? false,
    enabled,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    list: JSON.stringify(question.queryKey),
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
