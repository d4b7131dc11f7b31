import type { OperationId } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useList, WHOLE } from '../../api/use-list';

const COMMENTS: readonly OperationId[] = ['listDraftComments', 'getFileHistory'];

export const useDraftComments = (draftId: string) => useList('listDraftComments', { params: { draftId } }, WHOLE);
export const useCommentDraft = () => useCommand('commentDraft', COMMENTS);
export const useAnswerComment = () => useCommand('answerDraftComment', COMMENTS);
export const useResolveComment = () => useCommand('resolveDraftComment', COMMENTS);
