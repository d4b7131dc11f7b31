import type { Answer, OperationId, OperationRequest, Page, PageQuery, Query } from '@patravali/contract';
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from './call';
import { keyOf } from './keys';

type ListId = { [Id in OperationId]: Answer<Id> extends Page<unknown> ? Id : never }[OperationId];
type ItemOf<Id extends ListId> = Answer<Id> extends Page<infer Item> ? Item : never;

/** A list that grows by pages: all rows so far, and how to get more. */
export interface Rows<Item> extends Pick<
  UseInfiniteQueryResult,
  'isPending' | 'isFetching' | 'isFetchingNextPage' | 'error' | 'isPlaceholderData'
> {
  items: Item[];
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

interface ListOptions {
  enabled?: boolean;
  limit?: number;
  /** How often it is asked again while it is looked at, in milliseconds. */
  every?: number;
}

function useList<Id extends ListId>(
  id: Id,
  request: OperationRequest<Id>,
  options: ListOptions = {},
): Rows<ItemOf<Id>> {
  const { limit = 50, enabled = true, every } = options;
  const query = useInfiniteQuery({
    queryKey: keyOf(id, request, limit),
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

/** The filters of the inbox, as the desk's address holds them. */
export type InboxFilters = Omit<Query<'listInbox'>, keyof PageQuery>;

/** A list short enough to be wanted whole: notes, letters, movements of one file. */
const WHOLE = { limit: 200 };
const A_MINUTE = 60_000;
const SELDOM = 5 * A_MINUTE;

export const welcomeQuery = queryOptions({
  queryKey: ['getWelcome'],
  queryFn: ({ signal }) => call('getWelcome', {}, { signal }),
  staleTime: Infinity,
});
export const sessionQuery = queryOptions({
  queryKey: ['getSession'],
  queryFn: ({ signal }) => call('getSession', {}, { signal }),
  staleTime: Infinity,
  retry: false,
});

/** Counts of the desk; asked again every minute and on return to the tab. */
export function useDesk() {
  return useQuery({
    queryKey: keyOf('getDesk'),
    queryFn: ({ signal }) => call('getDesk', {}, { signal }),
    refetchInterval: A_MINUTE,
    placeholderData: keepPreviousData,
  });
}

export const useInbox = (filters: InboxFilters, options?: ListOptions) =>
  useList('listInbox', { query: filters }, { every: A_MINUTE, ...options });
export const useSent = (options?: ListOptions) => useList('listSent', {}, options);
export const useCreated = (options?: ListOptions) => useList('listCreated', {}, options);
export const useClosed = (options?: ListOptions) => useList('listClosed', {}, options);
export const useReceiptInbox = (options?: ListOptions) =>
  useList('listReceiptInbox', {}, { every: A_MINUTE, ...options });
export const useDrafts = (options?: ListOptions) => useList('listDrafts', {}, options);
export const useFindFiles = (query: Query<'findFiles'>, options?: ListOptions) =>
  useList('findFiles', { query }, options);
export const useDiary = (query: Query<'listDiary'>, options?: ListOptions) => useList('listDiary', { query }, options);
export const useIssues = (query: Query<'listIssues'>, options?: ListOptions) =>
  useList('listIssues', { query }, options);

export function useFile(fileId: string, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keyOf('getFile', { params: { fileId } }),
    queryFn: ({ signal }) => call('getFile', { params: { fileId } }, { signal }),
    enabled: options.enabled ?? true,
  });
}
export const useNotes = (fileId: string) => useList('listNotes', { params: { fileId } }, WHOLE);
export const useCorrespondence = (fileId: string) => useList('listCorrespondence', { params: { fileId } }, WHOLE);
export const useMovements = (fileId: string) => useList('listMovements', { params: { fileId } }, WHOLE);
export const useFileHistory = (fileId: string, options?: ListOptions) =>
  useList('getFileHistory', { params: { fileId } }, options);
export const useFileDrafts = (fileId: string) => useList('listFileDrafts', { params: { fileId } }, WHOLE);

export const receiptQuery = (receiptId: string) =>
  queryOptions({
    queryKey: keyOf('getReceipt', { params: { receiptId } }),
    queryFn: ({ signal }) => call('getReceipt', { params: { receiptId } }, { signal }),
  });
export const useReceipt = (receiptId: string, options: { enabled?: boolean } = {}) =>
  useQuery({ ...receiptQuery(receiptId), enabled: options.enabled ?? true });
export function useDraft(draftId: string) {
  return useQuery({
    queryKey: keyOf('getDraft', { params: { draftId } }),
    queryFn: ({ signal }) => call('getDraft', { params: { draftId } }, { signal }),
  });
}
export function useDraftVersion(draftId: string, draftVersion: number, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keyOf('getDraftVersion', { params: { draftId, draftVersion } }),
    queryFn: ({ signal }) => call('getDraftVersion', { params: { draftId, draftVersion } }, { signal }),
    enabled: options.enabled ?? true,
    staleTime: Infinity,
  });
}
export function useIssue(issueId: string) {
  return useQuery({
    queryKey: keyOf('getIssue', { params: { issueId } }),
    queryFn: ({ signal }) => call('getIssue', { params: { issueId } }, { signal }),
  });
}

/** Every post of the organisation, by level; asked once in five minutes. */
export function usePosts() {
  return useQuery({
    queryKey: keyOf('listPosts'),
    queryFn: ({ signal }) => wholeList((query) => call('listPosts', { query }, { signal })),
    staleTime: SELDOM,
  });
}
export function useNumberHeads() {
  return useQuery({
    queryKey: keyOf('listNumberHeads'),
    queryFn: ({ signal }) => wholeList((query) => call('listNumberHeads', { query }, { signal })),
    staleTime: SELDOM,
  });
}

/** All pages of a list that a picker searches by itself. */
async function wholeList<Item>(
  ask: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let page = await ask(WHOLE);
  items.push(...page.items);
  while (page.next !== null) {
    page = await ask({ ...WHOLE, cursor: page.next });
    items.push(...page.items);
  }
  return items;
}
