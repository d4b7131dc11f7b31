import { useList, WHOLE } from '../../api/lists/use-list';

export const useDraftComments = (draftId: string) => useList('listDraftComments', { params: { draftId } }, WHOLE);
