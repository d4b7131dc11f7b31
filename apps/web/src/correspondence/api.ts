import type { CorrespondenceView, Named } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { listOf, useList, WHOLE } from '../api/lists/use-list';
import { queryOf } from '../api/query-of';

export const correspondenceQuery = (fileId: string) =>
  listOf('listCorrespondence', { params: { fileId } }, WHOLE.limit);
export const useCorrespondence = (fileId: string) => useList('listCorrespondence', { params: { fileId } }, WHOLE);

/** A letter that went out, with whom it went to and who has answered. */
export const useIssue = (issueId: string, options: { enabled?: boolean } = {}) =>
  useQuery(queryOf('getIssue', { params: { issueId } }, options));

/** The letters of a file that a letter may be put in, once it is chosen: which flags they bear. */
export function useLettersOf(fileId: string | undefined): readonly Named<CorrespondenceView>[] {
  const params = { fileId: fileId ?? '' };
  return useList('listCorrespondence', { params }, { ...WHOLE, enabled: fileId !== undefined }).items;
}
