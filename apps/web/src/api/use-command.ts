import type { Answer, OperationId, OperationRequest } from '@patravali/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from './call';
import { keyOf } from './keys';
import { Unreachable } from './problem-error';

/**
 * A command as a mutation. One act of a person has one idempotency key: when no answer came and the person asks for the
 * very same thing again, the key is the same, so that it never happens twice.
 */
export function useCommand<Id extends OperationId>(id: Id, changes: readonly OperationId[]) {
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
