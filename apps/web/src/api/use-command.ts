import type { CommandId, OperationRequest } from '@patravali/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actingPostId } from './session/acting-post';
import { noteAct } from './session/activity-headers';
import { call, type NamedAnswer } from './call';
import { keyOf } from './keys';
import { Unreachable } from './problem-error';
import { shownBy, topicsOf } from './topics';
import { answered, keyOfAct, saysWhatBecame } from './pending-idempotency-keys';

/**
 * A command as a mutation. One act of a person has one idempotency key: while nobody knows what became of it and the person
 * asks for the very same thing again, the key is the same, so that it never happens twice. Once it is answered, what shows a
 * topic that it changes is asked for again.
 */
export function useCommand<Id extends CommandId>(id: Id) {
  const client = useQueryClient();
  return useMutation<NamedAnswer<Id>, Error, OperationRequest<Id>>({
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
      for (const query of shownBy(topicsOf(id))) void client.invalidateQueries({ queryKey: keyOf(query) });
    },
  });
}
