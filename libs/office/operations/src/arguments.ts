import type { Actor } from '@patravali/authorization';
import type { OperationId, OPERATIONS, Params } from '@patravali/contract';
import type { z } from 'zod';

type Entry<Id extends OperationId> = (typeof OPERATIONS)[Id];
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;

/** The input of an operation, checked: path parameters, body, query and version, each where the contract has it. */
export type OperationInput<Id extends OperationId> = { readonly params: Params<Id> } & (Entry<Id> extends {
  body: infer Schema;
}
  ? { readonly body: Parsed<Schema> }
  : unknown) &
  (Entry<Id> extends { query: infer Schema } ? { readonly query: Parsed<Schema> } : unknown) &
  (Entry<Id> extends { ifMatch: infer Rule }
    ? { readonly ifMatch: Rule extends 'required' ? number : number | undefined }
    : unknown);

/** Who asks; nobody for what is public. */
type Asking<Id extends OperationId> = Entry<Id> extends { access: 'public' } ? [] : [actor: Actor];

/** The parameters of a path, in the order in which they stand there. */
type InPath<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? [OfPath<Name>, ...InPath<Tail>]
    : [OfPath<Rest>]
  : [];
type OfPath<Name extends string> = Name extends `${string}Id` ? string : number;

type Body<Input> = Input extends { readonly body: infer Value } ? [body: Value] : [];
type Query<Input> = Input extends { readonly query: infer Value } ? [query: Value] : [];
type IfMatch<Input> = Input extends { readonly ifMatch: infer Value } ? [ifMatch: Value] : [];

/**
 * What a command or query takes that serves an operation: `(actor, ...path parameters, body, query, ifMatch)`, each where the
 * operation has it. apps/api gives the arguments in this order.
 */
export type Arguments<Id extends OperationId> = [
  ...Asking<Id>,
  ...InPath<Entry<Id>['path']>,
  ...Body<OperationInput<Id>>,
  ...Query<OperationInput<Id>>,
  ...IfMatch<OperationInput<Id>>,
];
