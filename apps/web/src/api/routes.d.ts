/** Method and path of every operation of the contract and where its answer names posts, without its schemas: made by the page's build. */
declare module 'virtual:routes' {
  import type { HttpMethod, OperationId, PostPlace } from '@patravali/contract';

  export const ROUTES: Readonly<
    Record<OperationId, readonly [method: HttpMethod, path: string, posts: readonly PostPlace[]]>
  >;
}
