import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { wholeList } from '../api/lists/whole-list';

const FIVE_MINUTES = 300_000;

/** Every post of the organisation, by level. */
export function usePosts() {
  return useQuery({
    queryKey: keyOf('listPosts'),
    queryFn: ({ signal }) => wholeList((query) => call('listPosts', { query }, { signal })),
    staleTime: FIVE_MINUTES,
  });
}

export function useNumberHeads() {
  return useQuery({
    queryKey: keyOf('listNumberHeads'),
    queryFn: ({ signal }) => wholeList((query) => call('listNumberHeads', { query }, { signal })),
    staleTime: FIVE_MINUTES,
  });
}
