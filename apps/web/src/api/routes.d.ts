/** What the page needs of the contract to call it, without its schemas: made by the page's build. */
declare module 'virtual:routes' {
  import type { HttpMethod, OperationId, PostPlace, Topic } from '@patravali/contract';

  /** Method and path of every operation, where its answer names posts, and the topics that a query shows or a command changes. */
  export const ROUTES: Readonly<
    Record<
      OperationId,
      readonly [method: HttpMethod, path: string, posts: readonly PostPlace[], topics: readonly Topic[]]
    >
  >;
}
