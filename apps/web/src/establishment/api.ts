import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';
import { wholeList } from '../api/lists/whole-list';
import { queryOf } from '../api/query-of';

/** Every unit of the office that is not abolished. */
export function useUnits() {
  return useQuery({
    queryKey: keyOf('listUnits'),
    queryFn: ({ signal }) => wholeList((query) => call('listUnits', { query }, { signal })),
    select: (units) => units.filter(({ abolishedAt }) => abolishedAt === null),
  });
}

/** The posts, of one unit or all, with who holds and held them; those whose names or holders have these words. */
export const usePostsWithTenures = (q: string, unitId: string | null) =>
  useList('listTenures', { query: { ...(q !== '' && { q }), ...(unitId !== null && { unitId }) } });

/** A post as it is changed, with what hangs on it. */
export const postDetailsQuery = (postId: string) => queryOf('getPostDetails', { params: { postId } }, { staleTime: 0 });

/** What a person holds, with what would be left there. */
export const chargesQuery = (personId: string) =>
  queryOf('getPersonCharges', { params: { personId } }, { staleTime: 0 });

/** The people whose names or user names have these words; those whose accounts are closed by themselves. */
export const usePeople = (q: string, closed: boolean) =>
  useList('listPeople', { query: { ...(q !== '' && { q }), ...(closed && { closed: true }) } });
