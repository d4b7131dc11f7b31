import { useList, WHOLE } from '../../api/use-list';

export const useParkings = (fileId: string) => useList('listParkings', { params: { fileId } }, WHOLE);
