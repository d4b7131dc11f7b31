import type { Bilingual, Language } from '@patravali/contract-base';
import type { Named, PostPlace, PostRef, Posts } from './named-posts';

export type Marked = Pick<PostRef, 'marking'> & Partial<Pick<PostRef, 'markingHi'>>;

/** How lists in a language name a post; empty for none. */
export const markingIn = (post: Marked | null | undefined, language: Language): string =>
  (language === 'hi' ? post?.markingHi : null) ?? post?.marking ?? '';

/** The same for a sentence that is said in whichever language its reader has; undefined for none. */
export function markingInBoth(post: Marked | null | undefined): string | Bilingual | undefined {
  const { marking, markingHi } = post ?? {};
  return marking !== undefined && markingHi && markingHi !== marking ? { hi: markingHi, en: marking } : marking;
}

/** The ids of the posts that an answer names. */
export function postsIn(answer: unknown, places: readonly PostPlace[]): Set<string> {
  const ids = new Set<string>();
  atEach(answer, places, (id) => void ids.add(id));
  return ids;
}

/** Puts each post in the place of its id. */
export function namePosts<T>(answer: T, places: readonly PostPlace[], posts: Posts): Named<T> {
  atEach(answer, places, (id, owner, name) => void (owner[name] = posts[id]));
  return answer as Named<T>;
}

type AtPost = (id: string, owner: Record<string, unknown>, name: string) => void;

function atEach(answer: unknown, places: readonly PostPlace[], visit: AtPost): void {
  for (const place of places) follow(answer, place, 0, visit);
}

function follow(value: unknown, place: PostPlace, step: number, visit: AtPost): void {
  if (typeof value !== 'object' || value === null) return;
  const owner = value as Record<string, unknown>;
  const name = place[step];
  const names = name === '*' ? Object.keys(owner) : [name ?? ''];
  for (const each of names) {
    const found = owner[each];
    if (step < place.length - 1) follow(found, place, step + 1, visit);
    else if (typeof found === 'string') visit(found, owner, each);
  }
}
