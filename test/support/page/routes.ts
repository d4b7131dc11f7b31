import { OPERATIONS, postPlaces, type OperationEntry } from '@patravali/contract';

/** What the page's build computes as `virtual:routes`. */
export const ROUTES = Object.fromEntries(
  Object.entries<OperationEntry>(OPERATIONS).map(([id, { method, path, answer }]) => [
    id,
    [method, path, answer ? postPlaces(answer) : []],
  ]),
);
