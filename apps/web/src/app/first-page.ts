import type { Box, HeldPost, Role } from '@patravali/contract';

/** Where the work of a post is: a box of the desk, the files that it may read, or people and posts. */
export type FirstPage = Box | 'search' | 'people';

/**
 * The page that a post begins with. Who deals with files begins with them, whatever else the post does; a registry that
 * diarises and dispatches begins with what came in.
 */
export function firstPage({ roles, capacity }: Pick<HeldPost, 'roles' | 'capacity'>): FirstPage {
  const does = (role: Role) => roles.includes(role);
  if (does('officer') || capacity === 'assistant') return 'inbox';
  if (does('dispatcher')) return does('dealing_hand') ? 'receipts' : 'to-dispatch';
  if (does('dealing_hand')) return 'inbox';
  return does('administrator') ? 'people' : 'search';
}
