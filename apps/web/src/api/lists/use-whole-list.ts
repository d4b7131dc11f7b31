import { useEffect } from 'react';
import type { Rows } from './use-list';

/** For a list that is wanted whole: fetches each further page as soon as one has come. */
export function useWholeList<Item>(rows: Rows<Item>): Rows<Item> {
  const { hasMore, isFetchingNextPage, loadMore, error } = rows;
  useEffect(() => {
    if (hasMore && !isFetchingNextPage && !error) loadMore();
  }, [hasMore, isFetchingNextPage, loadMore, error]);
  return rows;
}
