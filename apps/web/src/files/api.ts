import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList, WHOLE } from '../api/lists/use-list';

/** Every note of the sheet. */
export const useNotesOf = (fileId: string) => useList('listNotes', { params: { fileId } }, WHOLE);

/** The file as it stood when that day ended; nothing while no day is chosen. */
export function useFileAsOf(fileId: string, day: string) {
  const request = { params: { fileId }, query: { day } };
  return useQuery({
    queryKey: keyOf('getFileAsOf', request),
    queryFn: ({ signal }) => call('getFileAsOf', request, { signal }),
    enabled: day !== '',
  });
}

/** What its log says that the file has lost. */
export function useFileLosses(fileId: string) {
  const request = { params: { fileId } };
  return useQuery({
    queryKey: keyOf('getFileLosses', request),
    queryFn: ({ signal }) => call('getFileLosses', request, { signal }),
  });
}
