import type { DraftView, Named, Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList, WHOLE } from '../api/lists/use-list';

export const useFileDrafts = (fileId: string) => useList('listFileDrafts', { params: { fileId } }, WHOLE);

export function useAwaitedReplies(fileId: string) {
  return useQuery({
    queryKey: keyOf('listAwaitedReplies', { params: { fileId } }),
    queryFn: ({ signal }) => call('listAwaitedReplies', { params: { fileId } }, { signal }),
  });
}

export const useDrafts = (query: Query<'findDrafts'>) => useList('findDrafts', { query });

const LETTER_WATCH_MS = 3_000;

/** A letter that is being made is done in a moment; until then the page looks again. One that waits for a signature may wait for days. */
export function useDraft(draftId: string) {
  return useQuery({
    queryKey: keyOf('getDraft', { params: { draftId } }),
    queryFn: ({ signal }) => call('getDraft', { params: { draftId } }, { signal }),
    refetchInterval: ({ state }) => (isBeingMade(state.data) ? LETTER_WATCH_MS : false),
  });
}

const isBeingMade = (draft: Named<DraftView> | undefined): boolean =>
  draft?.state === 'numbered' && draft.signing.issueId === null;

/** A version of the draft that is no longer written on: it never changes. */
export function useDraftVersion(draftId: string, draftVersion: number, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keyOf('getDraftVersion', { params: { draftId, draftVersion } }),
    queryFn: ({ signal }) => call('getDraftVersion', { params: { draftId, draftVersion } }, { signal }),
    enabled: options.enabled ?? true,
    staleTime: Infinity,
  });
}
