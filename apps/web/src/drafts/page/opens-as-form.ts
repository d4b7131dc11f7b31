import type { DraftView, Named } from '@patravali/contract';

type Facts = Pick<Named<DraftView>, 'allowedMoves' | 'state' | 'versions'>;

/**
 * Whether the page opens with the form. Who writes the letter sees it; who decides on another's letter, and whoever only reads
 * it, sees the letter itself.
 */
export function opensAsForm({ allowedMoves, state, versions }: Facts, postId: string): boolean {
  if (state !== 'draft' || !allowedMoves.includes('change')) return false;
  return !allowedMoves.includes('approve') || versions.at(-1)?.by.post.id === postId;
}
