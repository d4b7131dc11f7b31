import { useList, WHOLE } from '../../api/use-list';

export const useDraftComments = (draftId: string) => useList('listDraftComments', { params: { draftId } }, WHOLE);
