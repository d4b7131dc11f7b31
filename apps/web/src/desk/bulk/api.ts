import type { Body, BulkActDone } from '@patravali/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DESK, FILE } from '../../api/affected';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { useCommand } from '../../api/use-command';

export type Act = Body<'doBulkAct'>['act'];

/** Why a file was not touched, by its id. */
export type RefusedFiles = ReadonlyMap<string, string>;

/** What the act would refuse now, asked anew whenever it changes; null while there is no act yet. */
export function useCheck(fileIds: readonly string[], act: Act | null) {
  const body = { fileIds: [...fileIds], act: act ?? ({ kind: 'open' } as const) };
  return useQuery({
    queryKey: keyOf('checkBulkAct', body),
    queryFn: ({ signal }) => call('checkBulkAct', { body }, { signal }),
    select: refusedOf,
    enabled: act !== null && fileIds.length > 0,
    placeholderData: keepPreviousData,
    // What is true of a file changes while the person looks.
    staleTime: 0,
    gcTime: 0,
  });
}

export const useBulkAct = () => useCommand('doBulkAct', [...DESK, ...FILE]);

export function refusedOf({
  items,
}: Pick<BulkActDone, 'items'> | { items: Omit<BulkActDone['items'][number], 'version'>[] }): RefusedFiles {
  return new Map(items.flatMap(({ id, refusal }) => (refusal ? [[id, refusal.detail] as const] : [])));
}
