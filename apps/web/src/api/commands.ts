import type { Answer, OperationId, OperationRequest } from '@patravali/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from './call';
import { keyOf } from './keys';
import { Unreachable } from './problem-error';

const DESK: readonly OperationId[] = [
  'getDesk',
  'listInbox',
  'listSent',
  'listCreated',
  'listClosed',
  'listReceiptInbox',
  'listDrafts',
  'findFiles',
];
const FILE: readonly OperationId[] = [
  'getFile',
  'listNotes',
  'listCorrespondence',
  'listMovements',
  'getFileHistory',
  'listFileDrafts',
];
const RECEIPT: readonly OperationId[] = ['getReceipt', 'listDiary'];
const DRAFT: readonly OperationId[] = ['getDraft', 'listFileDrafts', 'listDrafts', 'getFileHistory', 'getFile'];
const ISSUE: readonly OperationId[] = ['getIssue', 'listIssues', 'getDesk'];

/**
 * A command as a mutation. One act of a person has one idempotency key: when no answer came and the person asks for the
 * very same thing again, the key is the same, so that it never happens twice.
 */
function useCommand<Id extends OperationId>(id: Id, changes: readonly OperationId[]) {
  const client = useQueryClient();
  const unanswered = useRef<{ act: string; key: string } | null>(null);
  return useMutation<Answer<Id>, Error, OperationRequest<Id>>({
    mutationKey: [id],
    mutationFn: async (request) => {
      const act = JSON.stringify(request);
      const key = unanswered.current?.act === act ? unanswered.current.key : crypto.randomUUID();
      unanswered.current = { act, key };
      const answer = await call(id, request, { idempotencyKey: key });
      unanswered.current = null;
      return answer;
    },
    retry: (count, error) => error instanceof Unreachable && count < 2,
    onError: (error) => {
      if (!(error instanceof Unreachable)) unanswered.current = null;
    },
    onSettled: () => {
      for (const changed of changes) void client.invalidateQueries({ queryKey: keyOf(changed) });
    },
  });
}

export const useCreateFile = () => useCommand('createFile', DESK);
export const useOpenFile = () => useCommand('openFile', [...DESK, 'getFile', 'listMovements', 'getFileHistory']);
export const useForwardFile = () => useCommand('forwardFile', [...DESK, ...FILE]);
export const useReturnFile = () => useCommand('returnFile', [...DESK, ...FILE]);
export const usePullBackFile = () => useCommand('pullBackFile', [...DESK, ...FILE]);
export const useCloseFile = () => useCommand('closeFile', [...DESK, ...FILE]);
export const useReopenFile = () => useCommand('reopenFile', [...DESK, ...FILE]);

/** Saving a note changes only the file's pending note, which the composer holds itself; nothing else is asked again. */
export const useAddNote = () => useCommand('addNote', []);
export const useChangeNote = () => useCommand('changeNote', []);
export const useConfirmNote = () => useCommand('confirmNote', ['getFile', 'getFileHistory']);
export const useTakeBackNote = () => useCommand('takeBackNote', ['getFile', 'getFileHistory']);
export const useDiscardNote = () => useCommand('discardNote', ['getFile', 'getFileHistory']);

export const useFlagCorrespondence = () => useCommand('flagCorrespondence', ['listCorrespondence', 'getFileHistory']);

export const useCreateReceipt = () => useCommand('createReceipt', [...DESK, ...RECEIPT]);
export const useOpenReceipt = () => useCommand('openReceipt', [...DESK, ...RECEIPT]);
export const useForwardReceipt = () => useCommand('forwardReceipt', [...DESK, ...RECEIPT]);
export const usePutReceiptInFile = () => useCommand('putReceiptInFile', [...DESK, ...RECEIPT, ...FILE]);

export const useCreateDraft = () => useCommand('createDraft', DRAFT);
export const usePreviewDraft = () => useCommand('previewDraft', []);
export const useChangeDraft = () => useCommand('changeDraft', DRAFT);
export const useApproveDraft = () => useCommand('approveDraft', DRAFT);
export const useCancelDraft = () => useCommand('cancelDraft', DRAFT);
export const useIssueDraft = () => useCommand('issueDraft', [...DESK, ...FILE, ...DRAFT, ...ISSUE]);
export const useDispatchIssue = () => useCommand('dispatchIssue', ISSUE);

export const useSignIn = () => useCommand('signIn', []);
export const useSignInByLink = () => useCommand('signInByLink', []);
export const useSignInAsDemoPerson = () => useCommand('signInAsDemoPerson', []);
export const useSignOut = () => useCommand('signOut', []);
export const useChangePassword = () => useCommand('changePassword', []);
