import type { Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { type ListOptions, useList } from '../api/lists/use-list';

export const useIssues = (query: Query<'listIssues'>, options?: ListOptions) =>
  useList('listIssues', { query }, options);

export const useStuckLetters = () => useList('listStuckLetters', { query: {} });

export function useIssue(issueId: string) {
  return useQuery({
    queryKey: keyOf('getIssue', { params: { issueId } }),
    queryFn: ({ signal }) => call('getIssue', { params: { issueId } }, { signal }),
  });
}
