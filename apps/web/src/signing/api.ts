import type { OperationId } from '@patravali/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { DESK, DRAFT, FILE, ISSUE } from '../api/affected';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';
import { useList } from '../api/use-list';

const A_MINUTE = 60_000;

/** One's own keys. */
export const signingKeysQuery = () =>
  queryOptions({
    queryKey: keyOf('listSigningKeys'),
    queryFn: ({ signal }) => call('listSigningKeys', {}, { signal }),
    staleTime: 0,
  });

/** What officers and authors sign in this office. */
export const useSigningRule = () =>
  useQuery({
    queryKey: keyOf('getSigningRule'),
    queryFn: ({ signal }) => call('getSigningRule', {}, { signal }),
    staleTime: 0,
  });
export const useSetSigningRule = () => useCommand('setSigningRule', ['getSigningRule']);

export const useConfirmSession = () => useCommand('confirmSession', []);
export const useAddSigningKey = () => useCommand('addSigningKey', ['listSigningKeys']);
export const useAddTokenKey = () => useCommand('addTokenKey', ['listSigningKeys']);
export const useMakeDemoKey = () => useCommand('makeDemoKey', ['listSigningKeys']);
export const useRevokeSigningKey = () => useCommand('revokeSigningKey', ['listSigningKeys']);

/** The letters that the acting post is to sign now. */
export const useLettersToSign = () => useList('listLettersToSign', {}, { every: A_MINUTE });

export function useLetterToSign(issueId: string) {
  return useQuery({
    queryKey: keyOf('getLetterToSign', { params: { letterId: issueId } }),
    queryFn: ({ signal }) => call('getLetterToSign', { params: { letterId: issueId } }, { signal }),
  });
}

/** The bytes that are to be signed; each signature changes them. */
export function useLetterPdf(issueId: string, signed: number) {
  return useQuery({
    queryKey: [...keyOf('readLetterToSign', { params: { letterId: issueId } }), signed],
    queryFn: ({ signal }) => call('readLetterToSign', { params: { letterId: issueId } }, { signal }),
    staleTime: Infinity,
  });
}

const SIGNED: readonly OperationId[] = [...DESK, ...FILE, ...DRAFT, ...ISSUE, 'getLetterToSign'];

/** Of the file, whose note it is. */
export const usePrepareNote = () => useCommand('prepareNote', []);
export const useSignNote = () => useCommand('signNote', ['getFile', 'getFileHistory', 'listNoteVersions', 'listInbox']);

/** Of another file than one's own: the question is answered by it. */
export const usePrepareOpinion = () => useCommand('prepareOpinion', []);
export const useSignOpinion = () => useCommand('signOpinion', ['getDesk', 'listQuestions']);

export const useNumberDraft = () => useCommand('numberDraft', SIGNED);
export const usePrepareLetter = () => useCommand('prepareLetter', []);
export const usePrepareLetters = () => useCommand('prepareLetters', []);
export const useSignLetter = () => useCommand('signLetter', SIGNED);
export const useBeginESign = () => useCommand('beginESign', []);
export const useCompleteESign = () => useCommand('completeESign', SIGNED);
export const useSignLetters = () => useCommand('signLetters', SIGNED);
