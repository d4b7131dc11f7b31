import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { wholeList } from '../../api/lists/whole-list';

const FIVE_MINUTES = 300_000;

/** Every kind of case that the office keeps; none in an office that keeps none. */
export function useCaseCategories() {
  return useQuery({
    queryKey: keyOf('listCaseCategories'),
    queryFn: ({ signal }) => wholeList((query) => call('listCaseCategories', { query }, { signal })),
    staleTime: FIVE_MINUTES,
  });
}

/** The way of a case from a post, once both are chosen. */
export function useWay(categoryId: string, fromPostId: string) {
  const query = { categoryId, fromPostId };
  return useQuery({
    queryKey: keyOf('getWay', { query }),
    queryFn: ({ signal }) => call('getWay', { query }, { signal }),
    enabled: categoryId !== '' && fromPostId !== '',
  });
}

export function useLevelFigures(enabled: boolean) {
  return useQuery({
    queryKey: keyOf('getLevelFigures'),
    queryFn: ({ signal }) => call('getLevelFigures', {}, { signal }),
    enabled,
  });
}
