import type { FileRow, Named, Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { type Rows, useList } from '../api/lists/use-list';
import { queryOf } from '../api/query-of';

export const fileQuery = (fileId: string) => queryOf('getFile', { params: { fileId } });

/** A file in its present state: its cover, who has it, and what one may do with it. */
export const useFile = (fileId: string, options: { enabled?: boolean } = {}) =>
  useQuery({ ...fileQuery(fileId), enabled: options.enabled ?? true });

const OFFERED = 20;

/** The files to choose one from: those of this desk, or those that fit the words, wherever `where` lets them be. */
export function useOfferedFiles(words: string, where: Pick<Query<'findFiles'>, 'state'> = {}): Rows<Named<FileRow>> {
  const mine = useList('listInbox', { query: {} }, { enabled: words === '', limit: OFFERED });
  const found = useList('findFiles', { query: { q: words, ...where } }, { enabled: words !== '', limit: OFFERED });
  return words === '' ? mine : found;
}
