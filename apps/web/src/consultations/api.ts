import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList, WHOLE } from '../api/lists/use-list';

const A_MINUTE = 60_000;
/** A snapshot is made within seconds: until it is there it is asked for again. */
const SNAPSHOT_MS = 2_000;

export const useConsultations = (fileId: string) => useList('listConsultations', { params: { fileId } }, WHOLE);

/** What other desks ask the acting post. */
export const useQuestions = () => useList('listQuestions', {}, { every: A_MINUTE });

export const useQuestion = (consultedId: string) =>
  useQuery(
    queryOf(
      'getQuestion',
      { params: { consultedId } },
      { refetchInterval: ({ state }) => (state.data?.snapshot === 'waiting' ? SNAPSHOT_MS : false) },
    ),
  );
