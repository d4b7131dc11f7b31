import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type StreamableFile,
} from '@nestjs/common';
import { type Answer, type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import type { Served } from '@patravali/operations';
import { Public, WithoutPost } from './access.decorators';

export const OPERATION = 'patravali:operation';
export const OPERATION_ID = 'patravali:operation-id';

const METHODS = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

/** What a handler returns: bytes as a stream, or nothing when the client has them already; all else as a command does that `@Serves`. */
type Returned<Id extends OperationId> = Answer<Id> extends Blob ? Promise<StreamableFile | undefined> : Served<Id>;

type HandlerDecorator<Id extends OperationId> = <Handler extends (...args: never[]) => Returned<Id>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/**
 * A handler written by hand for an operation of the contract. The compiler holds it to the entry's answer, `@Input` reads its
 * input. One that would only call a command is none: the command says `@Serves`.
 */
export function Operation<Id extends OperationId>(id: Id): HandlerDecorator<Id> {
  return routeOf(id);
}

/**
 * The route of an operation. Its entry in the contract says all that HTTP needs: method, path, status and who may call it, and,
 * when the description of the API is asked for, what that tells of it.
 */
export function routeOf(id: OperationId): MethodDecorator {
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
