import type { OperationId, OperationRequest } from '@patravali/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actingPostId } from './acting-post';
import { noteAct } from './attendance';
import { call, type Shown } from './call';
import { keyOf } from './keys';
import { Unreachable } from './problem-error';
import { answered, keyOfAct, saysWhatBecame } from './unanswered';

/**
 * A command as a mutation. One act of a person has one idempotency key: while nobody knows what became of it and the person
 * asks for the very same thing again, the key is the same, so that it never happens twice.
 */
export function useCommand<Id extends OperationId>(id: Id, changes: readonly OperationId[]) {
  const client = useQueryClient();
  return useMutation<Shown<Id>, Error, OperationRequest<Id>>({
    mutationKey: [id],
    mutationFn: async (request) => {
      const act = JSON.stringify([id, actingPostId(), request]);
      try {
        const answer = await call(id, request, { idempotencyKey: keyOfAct(act) });
        answered(act);
        return answer;
      } catch (error) {
        if (saysWhatBecame(error)) answered(act);
        throw error;
      }
    },
    retry: (count, error) => error instanceof Unreachable && count < 2,
    onSettled: () => {
      noteAct();
      for (const changed of changes) void client.invalidateQueries({ queryKey: keyOf(changed) });
    },
  });
}
