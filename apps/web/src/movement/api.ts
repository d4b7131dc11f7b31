import { useList, WHOLE } from '../api/lists/use-list';

export const useMovements = (fileId: string) => useList('listMovements', { params: { fileId } }, WHOLE);
