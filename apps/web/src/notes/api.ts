import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList, WHOLE } from '../api/lists/use-list';

/** The numbers of all notes of a sheet and their paragraphs: what a reference may name. Undefined until they have come. */
export function useNoteNumbers(fileId: string) {
  return useQuery({
    queryKey: keyOf('listNoteNumbers', fileId),
    queryFn: async ({ signal }) => (await call('listNoteNumbers', { params: { fileId } }, { signal })).items,
  }).data;
}

/** The versions of the note in writing. */
export const useNoteVersions = (fileId: string) => useList('listNoteVersions', { params: { fileId } }, WHOLE);
