import { listOf, useList, WHOLE } from '../api/lists/use-list';

export const movementsQuery = (fileId: string) => listOf('listMovements', { params: { fileId } }, WHOLE.limit);
export const useMovements = (fileId: string) => useList('listMovements', { params: { fileId } }, WHOLE);
