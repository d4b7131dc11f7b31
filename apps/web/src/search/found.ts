import {
  type FileRow,
  lackedBy,
  type FoundOfKind,
  type Named,
  type SearchHit,
  type SearchKind,
} from '@patravali/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { type Rows, useList } from '../api/lists/use-list';
import type { FoundFilters } from './narrowing/filters';

/** Of each kind, where all are shown. */
const FIRST = 5;
const AT_ONCE = 50;

/** A row of the results. `isMore`: of its kind more was found than is shown here. */
export type Found = { readonly id: string; readonly isMore: boolean } & (
  | { readonly kind: 'file'; readonly file: Named<FileRow> }
  | { readonly kind: SearchKind; readonly hit: Named<SearchHit> }
);

/** All that was found: the first of every kind, files before all else, or whatever there is of one kind. */
export function useFound(q: string, kind: SearchKind | undefined, filters: FoundFilters): Rows<Found> {
  const alsoFiles = kind === undefined && lackedBy('file', filters).length === 0;
  const { from, to, unitId, holderId, state } = filters;
  const ofFiles = { q, from, to, unitId, holderId, state };
  const files = useList('findFiles', { query: ofFiles }, { enabled: alsoFiles, limit: FIRST });
  const beside = useFoundBesideFiles(q, kind, filters);
  const { data } = beside;
  const items = useMemo(
    () => [
      ...(alsoFiles ? files.items.map((file) => foundFile(file, files.hasMore)) : []),
      ...(data?.pages.flatMap(({ kinds }) => kinds.flatMap(foundOfKind)) ?? []),
    ],
    [alsoFiles, files.items, files.hasMore, data],
  );
  return {
    items,
    list: JSON.stringify([files.list, kind, filters]),
    isPending: beside.isPending || (alsoFiles && files.isPending),
    isFetching: beside.isFetching || (alsoFiles && files.isFetching),
    isPlaceholderData: beside.isPlaceholderData || (alsoFiles && files.isPlaceholderData),
    isFetchingNextPage: beside.isFetchingNextPage,
    error: beside.error ?? (alsoFiles ? files.error : null),
    hasMore: beside.hasNextPage,
    loadMore: () => void beside.fetchNextPage(),
    reload: () => {
      void beside.refetch();
      if (alsoFiles) files.reload();
    },
  };
}

function useFoundBesideFiles(q: string, kind: SearchKind | undefined, filters: FoundFilters) {
  const limit = kind === undefined ? FIRST : AT_ONCE;
  return useInfiniteQuery({
    queryKey: keyOf('searchOffice', q, kind, filters),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('searchOffice', { query: { q, kind, ...filters, limit, cursor: pageParam } }, { signal }),
    getNextPageParam: ({ kinds }) => (kind === undefined ? undefined : kinds[0]?.next),
    placeholderData: keepPreviousData,
  });
}

const foundFile = (file: Named<FileRow>, isMore: boolean): Found => ({ id: file.id, kind: 'file', file, isMore });

const foundOfKind = ({ kind, items, next }: Named<FoundOfKind>): Found[] =>
  // One document, or one letter, may be found as several kinds, and a scan on several pages.
  items.map((hit) => ({ id: [kind, hit.id, hit.page].join(' '), kind, hit, isMore: next !== null }));
