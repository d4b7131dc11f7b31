import type * as Contract from '../../libs/office/contract/src/index.ts';

/**
 * What `virtual:routes` holds: of each operation method, path, where its answer names posts, and the topics that it shows as a query or
 * changes as a command.
 */
export function routesOf({ OPERATIONS, postPlaces }: Pick<typeof Contract, 'OPERATIONS' | 'postPlaces'>) {
  const entries = Object.entries<Contract.OperationEntry>(OPERATIONS);
  return {
    ROUTES: Object.fromEntries(
      entries.map(([id, { method, path, answer, shows = [], changes = [] }]) => [
        id,
        [method, path, answer ? postPlaces(answer) : [], [...shows, ...changes]],
      ]),
    ),
  };
}
