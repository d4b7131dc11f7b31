import type { OperationId, OperationRequest } from '@patravali/contract';
import { queryOptions, type UndefinedInitialDataOptions } from '@tanstack/react-query';
import { call, type NamedAnswer } from './call';
import { keyOf } from './keys';

type Options<Id extends OperationId> = Omit<UndefinedInitialDataOptions<NamedAnswer<Id>>, 'queryKey' | 'queryFn'>;

/** A query as TanStack takes it: `useQuery(queryOf('getFile', { params: { fileId } }))`. */
export const queryOf = <Id extends OperationId>(id: Id, request: OperationRequest<Id>, options: Options<Id> = {}) =>
  queryOptions<NamedAnswer<Id>>({
    queryKey: keyOf(id, request),
    queryFn: ({ signal }) => call(id, request, { signal }),
    ...options,
  });
