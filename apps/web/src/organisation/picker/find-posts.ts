import type { PostView } from '@patravali/contract';
import { findByWords } from './find-by-words';

/** The posts that fit what was typed, by marking, designation, unit or holder, in either language. */
export const findPosts = (posts: readonly PostView[], typed: string): PostView[] => findByWords(posts, typed, textOf);

function textOf({ marking, markingHi, designation, unit, holder }: PostView): string {
  return [marking, markingHi, designation, unit, holder]
    .map((part) => (typeof part === 'string' ? part : part ? `${part.hi} ${part.en}` : ''))
    .join(' ');
}
