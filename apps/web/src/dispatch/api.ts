import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';

export const useIssue = (issueId: string) => useQuery(queryOf('getIssue', { params: { issueId } }));
