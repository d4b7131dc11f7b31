import 'reflect-metadata';
import type { OperationId, OPERATIONS } from '@patravali/contract';
import type { Arguments } from './arguments';
import type { Served } from './served';

/**
 * The operations that a command or query can serve as it is. Bytes, and what a person does whatever their posts are, have to do
 * with requests, cookies and sessions: such an operation has a handler of its own in apps/api.
 */
export type ServableId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id] extends
    { media: string } | { upload: string } | { access: 'without-post' }
    ? never
    : Id;
}[OperationId];

/** An operation, and the method that serves it. */
export interface Serving {
  readonly id: ServableId;
  readonly method: string;
}

type Each<Items extends readonly unknown[]> = { [Index in keyof Items]: unknown };

/** A function may take less than it is given: a command that does not take the version would never look at it. */
type TakesAll<Id extends OperationId, Method extends (...given: never[]) => unknown> =
  Required<Parameters<Method>> extends [...Each<Arguments<Id>>, ...unknown[]]
    ? unknown
    : { readonly leavesOutWhatItIsAskedWith: Arguments<Id> };

type ServingDecorator<Id extends OperationId> = <Method extends (...given: Arguments<Id>) => Served<Id>>(
  target: object,
  method: string,
  descriptor: TypedPropertyDescriptor<Method> & TakesAll<Id, Method>,
) => void;

const SERVINGS = 'patravali:servings';

/**
 * This method of a command or query serves that operation of the contract. Where its area exports the class, apps/api makes the
 * route from this line alone. The compiler holds the method to the entry: it takes `Arguments` and returns what is `Served`.
 */
export function Serves<Id extends ServableId>(id: Id): ServingDecorator<Id> {
  return ({ constructor }, method) => {
    Reflect.defineMetadata(SERVINGS, [...servingsOf(constructor), { id, method }], constructor);
  };
}

/** What a class serves; nothing for one that bears no `@Serves`. */
export function servingsOf(command: object): readonly Serving[] {
  return (Reflect.getOwnMetadata(SERVINGS, command) as readonly Serving[] | undefined) ?? [];
}
