import type * as Contract from '../../libs/office/contract/src/index.ts';

/**
 * What `virtual:routes` holds: of each operation method, path and where its answer names posts; which queries show a topic; and
 * which topics a command changes.
 */
export function routesOf({ OPERATIONS, postPlaces }: Pick<typeof Contract, 'OPERATIONS' | 'postPlaces'>) {
  const entries = Object.entries<Contract.OperationEntry>(OPERATIONS);
  const topics = new Set(entries.flatMap(([, { shows = [] }]) => shows));
  return {
    ROUTES: Object.fromEntries(
      entries.map(([id, { method, path, answer }]) => [id, [method, path, answer ? postPlaces(answer) : []]]),
    ),
    SHOWN_BY: Object.fromEntries(
      [...topics].map((topic) => [topic, entries.filter(([, { shows }]) => shows?.includes(topic)).map(([id]) => id)]),
    ),
    CHANGES: Object.fromEntries(entries.flatMap(([id, { changes }]) => (changes?.length ? [[id, changes]] : []))),
  };
}
