import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type StreamableFile,
} from '@nestjs/common';
import { type Answer, type OperationEntry, type OperationId, OPERATIONS, type Unnamed } from '@patravali/contract';
import { Public, WithoutPost } from './access.decorators';

export const OPERATION = 'patravali:operation';
export const OPERATION_ID = 'patravali:operation-id';

const METHODS = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

type OrPromise<T> = T | Promise<T>;

/**
 * What a handler returns: the contract's answer before its posts are named, or bytes as a stream (nothing when the client
 * has them already).
 */
type Served<Id extends OperationId> =
  Answer<Id> extends Blob
    ? OrPromise<StreamableFile | undefined>
    : Answer<Id> extends undefined
      ? Promise<void>
      : OrPromise<Unnamed<Answer<Id>>>;

type HandlerDecorator<Id extends OperationId> = <Handler extends (...args: never[]) => Served<Id>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/**
 * Serves an operation of the contract. Its entry there says all that HTTP needs: method, path, status, who may call it,
 * and, when openapi.json is asked for, what that tells of it. The compiler holds the handler to the entry's answer, `@Input` reads its input.
 */
export function Operation<Id extends OperationId>(id: Id): HandlerDecorator<Id> {
  const entry: OperationEntry = OPERATIONS[id];
  const decorators = [
    SetMetadata(OPERATION, entry),
    SetMetadata(OPERATION_ID, id),
    RequestMapping({ path: entry.path, method: METHODS[entry.method] }),
    HttpCode(entry.status ?? 200),
  ];
  if (entry.access === 'public') decorators.push(Public());
  if (entry.access === 'without-post') decorators.push(WithoutPost());
  return applyDecorators(...decorators);
}
