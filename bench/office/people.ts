/** The posts of the office that is filled for measuring; `u<n>` holds post `n`. */
export const POSTS = 300;

/** An ordinary dealing hand with a full desk, however many files the office has: a desk does not grow with the archive. */
export const CLERK = 7;
export const ON_CLERKS_DESK = 200;
/** A dealing hand whose every list goes on for more than 20,000 rows, and the post that closes what comes from there. */
export const RECORDS = 9;
export const CLOSING = 10;
/** Reads all normal files. */
export const AUDITOR = 299;
/** Reads no file. */
export const NOBODY = 298;
export const DEALING_HANDS: readonly number[] = Array.from({ length: NOBODY }, (_, post) => post).filter(
  (post) => post % 10 !== 0,
);
/** The superior of every other post. */
export const HEAD = 0;

/** An id that can be read: of what kind the thing is, and which. */
export function id(kind: string, ordinal: number): string {
  return `01a00000-000${kind}-7000-8000-${ordinal.toString(16).padStart(12, '0')}`;
}

export const postId = (post: number): string => id('2', post);
export const tokenOf = (post: number): string => `bench-token-of-person-${post}`;
