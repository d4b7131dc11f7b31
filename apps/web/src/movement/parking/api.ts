import { useList, WHOLE } from '../../api/lists/use-list';

export const useParkings = (fileId: string) => useList('listParkings', { params: { fileId } }, WHOLE);
