import { useList, WHOLE } from '../api/use-list';

export const useMovements = (fileId: string) => useList('listMovements', { params: { fileId } }, WHOLE);
