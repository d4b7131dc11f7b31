import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

export function useIssue(issueId: string) {
  return useQuery({
    queryKey: keyOf('getIssue', { params: { issueId } }),
    queryFn: ({ signal }) => call('getIssue', { params: { issueId } }, { signal }),
  });
}
