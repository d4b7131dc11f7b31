import { OPERATIONS } from '@patravali/contract';

/** What the page's build computes as `virtual:routes`. */
export const ROUTES = Object.fromEntries(
  Object.entries(OPERATIONS).map(([id, { method, path }]) => [id, [method, path]]),
);
