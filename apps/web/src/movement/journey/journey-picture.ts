import type { MovementView, Named, PostRef } from '@patravali/contract';

/** One stay of the file on one desk. */
export interface Stay {
  post: PostRef;
  /** Milliseconds since 1970. */
  from: number;
  /** When it left; null while it is there. */
  until: number | null;
  openedAt: string | null;
}

const DAY_MS = 86_400_000;

/** The stays that the movements tell of, oldest first. A closed file is on no desk. */
export function staysOf(movements: readonly Named<MovementView>[]): Stay[] {
  const stays: Stay[] = [];
  for (const movement of inOrder(movements)) {
    const at = Date.parse(movement.at);
    const last = stays.at(-1);
    if (last?.until === null) last.until = at;
    if (movement.to) stays.push({ post: movement.to, from: at, until: null, openedAt: movement.openedAt });
  }
  return stays;
}

/** For each movement, by its running number, the full days that the desk it went to has kept the file. */
export function daysHeld(movements: readonly Named<MovementView>[], now: number): Map<number, number> {
  const arrivals = inOrder(movements).filter((movement) => movement.to !== null);
  const stays = staysOf(movements);
  return new Map(
    arrivals.map((movement, index) => {
      const stay = stays[index];
      return [movement.sequence, stay ? daysOf(stay, now) : 0];
    }),
  );
}

function inOrder(movements: readonly Named<MovementView>[]): Named<MovementView>[] {
  return [...movements].sort((one, other) => one.sequence - other.sequence);
}

/** Full days of a stay so far. */
export function daysOf(stay: Stay, now: number): number {
  return Math.floor(((stay.until ?? now) - stay.from) / DAY_MS);
}

export function longestOf(stays: readonly Stay[], now: number): Stay | null {
  return stays.reduce<Stay | null>(
    (longest, stay) => (longest === null || lengthOf(stay, now) > lengthOf(longest, now) ? stay : longest),
    null,
  );
}

function lengthOf(stay: Stay, now: number): number {
  return (stay.until ?? now) - stay.from;
}

/** The desks as rows of the picture: the post that came to know the file last stands on top. */
export function rowsOf(stays: readonly Stay[]): PostRef[] {
  const rows: PostRef[] = [];
  for (const { post } of stays) if (!rows.some((row) => row.id === post.id)) rows.unshift(post);
  return rows;
}

export interface Bar {
  stay: Stay;
  row: number;
  /** Both in parts of the whole, 0 to 1. */
  left: number;
  right: number;
}

/**
 * Where each stay is drawn. Time is to scale, but a stay shorter than `least` of the whole is drawn that long, so that a
 * desk which kept the file for an hour can still be seen.
 */
export function barsOf(stays: readonly Stay[], rows: readonly PostRef[], now: number, least: number): Bar[] {
  const lengths = stays.map((stay) => lengthOf(stay, now));
  const total = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  const drawn = lengths.map((length) => Math.max(length / total, least));
  const whole = drawn.reduce((sum, length) => sum + length, 0);
  let left = 0;
  return stays.map((stay, index) => {
    const right = left + (drawn[index] ?? 0) / whole;
    const bar = { stay, row: rows.findIndex((row) => row.id === stay.post.id), left, right };
    left = right;
    return bar;
  });
}
