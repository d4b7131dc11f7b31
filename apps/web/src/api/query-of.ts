import type { OperationId, OperationRequest } from '@patravali/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { keyOf } from './keys';

/** A query as TanStack takes it: `useQuery(queryOf('getFile', { params: { fileId } }))`. */
export const queryOf = <Id extends OperationId>(id: Id, request: OperationRequest<Id>) =>
  queryOptions({
    queryKey: keyOf(id, request),
    queryFn: ({ signal }) => call(id, request, { signal }),
  });
