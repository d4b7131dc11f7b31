/** What the page needs of the contract to call it, without its schemas: made by the page's build. */
declare module 'virtual:routes' {
  import type { CommandId, HttpMethod, OperationId, PostPlace, Topic } from '@patravali/contract';

  /** Method and path of every operation, and where its answer names posts. */
  export const ROUTES: Readonly<
    Record<OperationId, readonly [method: HttpMethod, path: string, posts: readonly PostPlace[]]>
  >;
  /** The queries that show a topic. */
  export const SHOWN_BY: Readonly<Record<Topic, readonly OperationId[]>>;
  /** The topics that a command changes; a command that changes none is left out. */
  export const CHANGES: Readonly<Partial<Record<CommandId, readonly Topic[]>>>;
}
