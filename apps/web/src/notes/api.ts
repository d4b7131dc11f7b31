import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList, WHOLE } from '../api/lists/use-list';

/** The numbers of all notes of a sheet and their paragraphs: what a reference may name. Undefined until they have come. */
export const useNoteNumbers = (fileId: string) =>
  useQuery(queryOf('listNoteNumbers', { params: { fileId } })).data?.items;

/** The versions of the note in writing. */
export const useNoteVersions = (fileId: string) => useList('listNoteVersions', { params: { fileId } }, WHOLE);
