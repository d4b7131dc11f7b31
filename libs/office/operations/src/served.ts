import type { Answer, OperationId, Problem, Unnamed } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';

/** Why one of several could not be done. An answer that was kept under its key holds no more of the refusal. */
export type Refused = Pick<Refusal, 'code' | 'params' | 'errors'>;

/** An answer before its refusals are told in the language of the reader. */
type Untold<T> = T extends { items: (infer Item extends { refusal: Problem | null })[] }
  ? Omit<T, 'items'> & { readonly items: readonly (Omit<Item, 'refusal'> & { readonly refusal: Refused | null })[] }
  : T;

/** What a command or query returns that serves an operation: its answer before posts are named and refusals are told. */
export type Served<Id extends OperationId> =
  Answer<Id> extends undefined ? Promise<void> : Untold<Unnamed<Answer<Id>>> | Promise<Untold<Unnamed<Answer<Id>>>>;
