import type { Body, BulkActDone } from '@patravali/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';

/** One act, and whether it is one of files or of receipts. */
export type RequestedAct =
  { of: 'files'; act: Body<'doBulkAct'>['act'] } | { of: 'receipts'; act: Body<'doBulkReceiptAct'>['act'] };

/** Why something was not touched, by its id. */
export type Refused = ReadonlyMap<string, string>;

/** What the act would refuse now, asked anew whenever it changes; null while there is no act yet. */
export function useCheck(ids: readonly string[], asked: RequestedAct | null) {
  return useQuery({
    queryKey: keyOf(asked?.of === 'receipts' ? 'checkBulkReceiptAct' : 'checkBulkAct', { ids, act: asked?.act }),
    queryFn: ({ signal }) => check([...ids], asked ?? { of: 'files', act: { kind: 'open' } }, signal),
    select: refusedOf,
    enabled: asked !== null && ids.length > 0,
    placeholderData: keepPreviousData,
    // What is true of a file changes while the person looks.
    staleTime: 0,
    gcTime: 0,
  });
}

const check = (ids: string[], { of, act }: RequestedAct, signal: AbortSignal) =>
  of === 'files'
    ? call('checkBulkAct', { body: { fileIds: ids, act } }, { signal })
    : call('checkBulkReceiptAct', { body: { receiptIds: ids, act } }, { signal });

/** Does it to each, and says what could not be touched. */
export function useBulkAct() {
  const files = useCommand('doBulkAct');
  const receipts = useCommand('doBulkReceiptAct');
  const execute = async (ids: string[], { of, act }: RequestedAct) =>
    refusedOf(
      await (of === 'files'
        ? files.mutateAsync({ body: { fileIds: ids, act } })
        : receipts.mutateAsync({ body: { receiptIds: ids, act } })),
    );
  return { execute, isPending: files.isPending || receipts.isPending, error: files.error ?? receipts.error };
}

export function refusedOf({ items }: { items: readonly Omit<BulkActDone['items'][number], 'version'>[] }): Refused {
  return new Map(items.flatMap(({ id, refusal }) => (refusal ? [[id, refusal.detail] as const] : [])));
}
