import { type Box, type HeldPost, prepares, type Role } from '@patravali/contract';

/** Where the work of a post is: a box of the desk, the files that it may read, or people and posts. */
export type FirstPage = Box | 'search' | 'people';

/**
 * The page that a post begins with. Whoever holds work begins with all that waits for the post, whatever else it does; who only
 * dispatches, with the letters that are to go out.
 */
export function firstPage({ roles, capacity }: Pick<HeldPost, 'roles' | 'capacity'>): FirstPage {
  const does = (role: Role) => roles.includes(role);
  if (does('officer') || does('dealing_hand') || prepares(capacity)) return 'all';
  if (does('dispatcher')) return 'to-dispatch';
  return does('administrator') || does('unit_administrator') ? 'people' : 'search';
}
