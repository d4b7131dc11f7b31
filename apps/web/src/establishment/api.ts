import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';
import { wholeList } from '../api/lists/whole-list';
import { queryOf } from '../api/query-of';

/** Every unit of the office, those abolished too. */
export function useUnits() {
  return useQuery({
    queryKey: keyOf('listUnits'),
    queryFn: ({ signal }) => wholeList((query) => call('listUnits', { query }, { signal })),
  });
}

/** Who holds and held which post, the latest first. */
export function useTenures() {
  return useQuery({
    queryKey: keyOf('listTenures'),
    queryFn: ({ signal }) => wholeList((query) => call('listTenures', { query }, { signal })),
  });
}

/** A post as it is changed, with what hangs on it. */
export const postDetailsQuery = (postId: string) => queryOf('getPostDetails', { params: { postId } }, { staleTime: 0 });

/** The people whose names or user names have these words; those whose accounts are closed by themselves. */
export const usePeople = (q: string, closed: boolean) =>
  useList('listPeople', { query: { ...(q.trim() !== '' && { q: q.trim() }), ...(closed && { closed: 'true' }) } });
