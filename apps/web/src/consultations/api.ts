import { useQuery } from '@tanstack/react-query';
import { DESK, FILE } from '../api/affected';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';
import { useList, WHOLE } from '../api/use-list';

const A_MINUTE = 60_000;
/** A snapshot is made within seconds: until it is there it is asked for again. */
const SNAPSHOT_MS = 2_000;
const CHANGED = [...DESK, ...FILE, 'listConsultations', 'listParkings'] as const;
const ENDED = ['getDesk', 'listQuestions'] as const;

export const useConsultations = (fileId: string) => useList('listConsultations', { params: { fileId } }, WHOLE);
export const useConsultPosts = () => useCommand('consultPosts', CHANGED);
export const useWithdrawConsultation = () => useCommand('withdrawConsultation', CHANGED);

/** What other desks ask the acting post. */
export const useQuestions = () => useList('listQuestions', {}, { every: A_MINUTE });

export const useQuestion = (consultedId: string) =>
  useQuery({
    queryKey: keyOf('getQuestion', { params: { consultedId } }),
    queryFn: ({ signal }) => call('getQuestion', { params: { consultedId } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.snapshot === 'waiting' ? SNAPSHOT_MS : false),
  });

export const useAnswerConsultation = () => useCommand('answerConsultation', ENDED);
export const useReturnConsultation = () => useCommand('returnConsultation', ENDED);
