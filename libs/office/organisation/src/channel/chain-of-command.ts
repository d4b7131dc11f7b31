import { HOLDING_ROLES, type Role } from '@patravali/contract';

/** What the rules of the channel look at in a post. */
export interface PostInLine {
  readonly id: string;
  /** 1 is the head of the office. */
  readonly level: number;
  /** All posts above it. */
  readonly superiorPostIds: readonly string[];
  readonly roles: readonly Role[];
}

/** Who disposes of a kind of case today, and which levels it climbs to him: the lowest first. */
export interface PowerToday {
  readonly levels: readonly number[];
  readonly finalPostId: string | null;
}

/** The posts above this one that can hold a file, the nearest first: each has all those above it for superiors. */
export function lineAbove<Post extends PostInLine>(post: PostInLine, posts: readonly Post[]): Post[] {
  return posts
    .filter(({ id, roles }) => post.superiorPostIds.includes(id) && roles.some((role) => HOLDING_ROLES.includes(role)))
    .sort((a, b) => b.superiorPostIds.length - a.superiorPostIds.length);
}

/**
 * The shortest lawful way of a case from this post: its superiors whose level stands on the ladder, up to the final authority,
 * which is the last. Where no superior stands just on the highest level of the ladder, the next one above it disposes of the
 * case, or the head of the line where none reaches it. Empty when the post disposes of it itself. The database says the same of the
 * final authority (`deciding_post`).
 * @param posts the superiors of the post and the post that disposes of it, as far as they are known; others do not matter.
 */
export function wayFrom<Post extends PostInLine>(
  post: PostInLine,
  posts: readonly Post[],
  { levels, finalPostId }: PowerToday,
): { readonly way: Post[]; readonly final: Post | null } {
  const highest = Math.min(...levels);
  const named = posts.find(({ id }) => id === finalPostId) ?? null;
  if (post.id === finalPostId || post.level < highest) return { way: [], final: null };
  if (named === null && post.level === highest) return { way: [], final: null };
  const line = lineAbove(post, posts);
  const final = named ?? line.find(({ level }) => level <= highest) ?? line.at(-1) ?? null;
  const between = line.filter(({ id, level }) => id !== final?.id && level > highest && level < post.level);
  const way = between.filter(({ level }) => levels.includes(level));
  return { way: final ? [...way, final] : way, final };
}

/** Of the way, the posts in the line of this one: only past them it can be led back. */
export function inLineOf<Post extends PostInLine>(post: PostInLine, way: readonly Post[]): Post[] {
  return way.filter(({ id }) => post.superiorPostIds.includes(id));
}

/**
 * The jumped post to which a file goes first, on its way back from a desk to posts below it: nobody below that post gets the
 * file from elsewhere than from it. Of several the highest.
 * @param to the desk to which it shall go; without one, wherever it goes.
 */
export function firstOnWayBack<Post extends PostInLine>(
  owed: readonly Post[],
  from: PostInLine,
  to?: PostInLine,
): Post | null {
  const outside = owed.filter(({ id }) => id !== from.id && !from.superiorPostIds.includes(id));
  const bypassed = to ? outside.filter(({ id }) => to.superiorPostIds.includes(id)) : outside;
  const [highest] = bypassed.sort((a, b) => a.superiorPostIds.length - b.superiorPostIds.length);
  return highest ?? null;
}
