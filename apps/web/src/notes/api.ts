import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';

/** The numbers of all notes of a sheet and their paragraphs: what a reference may name. Undefined until they have come. */
export function useNoteNumbers(fileId: string) {
  return useQuery({
    queryKey: keyOf('listNoteNumbers', fileId),
    queryFn: async ({ signal }) => (await call('listNoteNumbers', { params: { fileId } }, { signal })).items,
  }).data;
}

export const useConfirmNote = () => useCommand('confirmNote', ['getFile', 'getFileHistory']);
export const useTakeBackNote = () => useCommand('takeBackNote', ['getFile', 'getFileHistory']);
export const useDiscardNote = () => useCommand('discardNote', ['getFile', 'getFileHistory']);
