import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OperationEntry, OperationId, OPERATIONS, Params } from '@patravali/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { OPERATION } from './operation';
import { type InputGiven, OperationInputPipe } from './operation-input.pipe';

type Entry<Id extends OperationId> = (typeof OPERATIONS)[Id];
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;

/** The input of an operation, checked: path parameters, body, query and version, each where the contract has it. */
export type Input<Id extends OperationId> = { readonly params: Params<Id> } & (Entry<Id> extends { body: infer Schema }
  ? { readonly body: Parsed<Schema> }
  : unknown) &
  (Entry<Id> extends { query: infer Schema } ? { readonly query: Parsed<Schema> } : unknown) &
  (Entry<Id> extends { ifMatch: infer Rule }
    ? { readonly ifMatch: Rule extends 'required' ? number : number | undefined }
    : unknown);

const input = createParamDecorator((_: unknown, context: ExecutionContext): InputGiven => {
  const entry = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationEntry;
  const { params, query, body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { entry, params: params as Record<string, string>, query, body, ifMatch: headers['if-match'] };
});

/** What the client sent with the operation, checked by its entry in the contract. */
export const Input = () => input(OperationInputPipe);
