import type { Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { ISSUE } from '../api/affected';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';
import { type ListOptions, useList } from '../api/use-list';

export const useIssues = (query: Query<'listIssues'>, options?: ListOptions) =>
  useList('listIssues', { query }, options);

export const useStuckLetters = () => useList('listStuckLetters', { query: {} });

export function useIssue(issueId: string) {
  return useQuery({
    queryKey: keyOf('getIssue', { params: { issueId } }),
    queryFn: ({ signal }) => call('getIssue', { params: { issueId } }, { signal }),
  });
}

export const useDispatchIssue = () => useCommand('dispatchIssue', ISSUE);
export const useMarkNotToBeSent = () => useCommand('markNotToBeSent', ISSUE);
export const useMarkToBeSent = () => useCommand('markToBeSent', ISSUE);
export const useConfirmAddress = () => useCommand('confirmAddress', ISSUE);
export const useRevokeIssue = () => useCommand('revokeIssue', ISSUE);
export const useSupersedeIssue = () => useCommand('supersedeIssue', ISSUE);
export const useFollowDispatch = () => useCommand('followDispatch', ISSUE);
