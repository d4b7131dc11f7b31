import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { onlyLanguage, type OperationEntry, type OperationId, withOnlyLanguage } from '@patravali/contract';
import type { OperationInput } from '@patravali/operations';
import type { SignedInRequest } from './signed-in-request';
import { OPERATION } from './operation';
import { type InputGiven, OperationInputPipe } from './operation-input.pipe';

/** The input of an operation, for a handler that is written by hand. */
export type Input<Id extends OperationId> = OperationInput<Id>;

const input = createParamDecorator((_: unknown, context: ExecutionContext): InputGiven => {
  const entry = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationEntry;
  const { params, query, body, headers, signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  // An office of one language leaves names in the other out.
  const only = onlyLanguage(signedIn?.session.organisation.keptLanguages);
  return {
    entry,
    params: params as Record<string, string>,
    query,
    body: only === null ? body : withOnlyLanguage(body, only),
    ifMatch: headers['if-match'],
  };
});

/** What the client sent with the operation, checked by its entry in the contract. */
export const Input = () => input(OperationInputPipe);
