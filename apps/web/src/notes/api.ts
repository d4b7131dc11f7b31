import { useCommand } from '../api/use-command';
import { useList, WHOLE } from '../api/use-list';

export const useNotes = (fileId: string) => useList('listNotes', { params: { fileId } }, WHOLE);

export const useConfirmNote = () => useCommand('confirmNote', ['getFile', 'getFileHistory']);
export const useTakeBackNote = () => useCommand('takeBackNote', ['getFile', 'getFileHistory']);
export const useDiscardNote = () => useCommand('discardNote', ['getFile', 'getFileHistory']);
