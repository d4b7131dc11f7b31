import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { queryOf } from '../../api/query-of';
import { keyOf } from '../../api/keys';
import { wholeList } from '../../api/lists/whole-list';

const FIVE_MINUTES = 300_000;

/** Every kind of case that the office keeps; none in an office that keeps none. */
export const useCaseCategories = () =>
  useQuery({
    queryKey: keyOf('listCaseCategories'),
    queryFn: ({ signal }) => wholeList((query) => call('listCaseCategories', { query }, { signal })),
    staleTime: FIVE_MINUTES,
  });

/** The way of a case from a post, once both are chosen. */
export function useWay(categoryId: string, fromPostId: string) {
  const query = { categoryId, fromPostId };
  return useQuery(queryOf('getWay', { query }, { enabled: categoryId !== '' && fromPostId !== '' }));
}

export const useLevelFigures = (enabled: boolean) => useQuery(queryOf('getLevelFigures', {}, { enabled }));
