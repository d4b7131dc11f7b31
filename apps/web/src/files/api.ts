import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList, WHOLE } from '../api/lists/use-list';

/** Every note of the sheet. */
export const useNotesOf = (fileId: string) => useList('listNotes', { params: { fileId } }, WHOLE);

/** The file as it stood when that day ended; nothing while no day is chosen. */
export function useFileAsOf(fileId: string, day: string) {
  const request = { params: { fileId }, query: { day } };
  return useQuery(queryOf('getFileAsOf', request, { enabled: day !== '' }));
}

/** What its log says that the file has lost. */
export const useFileLosses = (fileId: string) => useQuery(queryOf('getFileLosses', { params: { fileId } }));
