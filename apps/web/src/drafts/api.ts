import type { DraftView, Named, Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList, WHOLE } from '../api/lists/use-list';

export const useFileDrafts = (fileId: string) => useList('listFileDrafts', { params: { fileId } }, WHOLE);

export const useAwaitedReplies = (fileId: string) => useQuery(queryOf('listAwaitedReplies', { params: { fileId } }));

export const useDrafts = (query: Query<'findDrafts'>) => useList('findDrafts', { query });

const LETTER_WATCH_MS = 3_000;

/** A letter that is being made is done in a moment; until then the page looks again. One that waits for a signature may wait for days. */
export const useDraft = (draftId: string) =>
  useQuery(
    queryOf(
      'getDraft',
      { params: { draftId } },
      { refetchInterval: ({ state }) => (isBeingMade(state.data) ? LETTER_WATCH_MS : false) },
    ),
  );

const isBeingMade = (draft: Named<DraftView> | undefined): boolean =>
  draft?.state === 'numbered' && draft.signing.issueId === null;

/** A version of the draft that is no longer written on: it never changes. */
export const useDraftVersion = (draftId: string, draftVersion: number, options: { enabled?: boolean } = {}) =>
  useQuery(
    queryOf(
      'getDraftVersion',
      { params: { draftId, draftVersion } },
      { enabled: options.enabled ?? true, staleTime: Infinity },
    ),
  );
