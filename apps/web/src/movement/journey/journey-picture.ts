import type { FileClock, MovementView, Named, PostRef } from '@patravali/contract';

/** How a file came to a desk, as far as the picture tells ways apart. */
export const WAYS = ['sent', 'back', 'jump', 'taken'] as const;
export type Way = (typeof WAYS)[number];

/** One stay of the file on one desk. */
export interface Stay {
  /** Of the movement with which it began. */
  sequence: number;
  post: PostRef;
  level: number;
  /** Null of the first. */
  way: Way | null;
  /** Instants. */
  from: string;
  /** When it left; null while it is there. */
  until: string | null;
  /** Working days, without those for which the clock was stopped. */
  days: number;
  isOverLimit: boolean;
  stops: Named<MovementView>['stops'];
}

type Clock = Pick<FileClock, 'days' | 'limit'>;

const MS_PER_DAY = 86_400_000;
const BACK: readonly MovementView['kind'][] = ['returned', 'correction_returned', 'recalled'];
const TAKEN: readonly MovementView['kind'][] = ['pulled_back', 'pulled_up'];

/** The stays that the movements tell of, oldest first. A closed file is on no desk. */
export function staysOf(movements: readonly Named<MovementView>[], clock: Clock): Stay[] {
  const stays: Stay[] = [];
  for (const movement of movements.toSorted((one, other) => one.sequence - other.sequence)) {
    const last = stays.at(-1);
    if (last?.until === null) end(last, movement, clock);
    const { sequence, to: post, toLevel, at: from, stops } = movement;
    if (!post) continue;
    stays.push({
      sequence,
      post,
      level: toLevel ?? 0,
      from,
      stops,
      way: stays.length === 0 ? null : wayOf(movement),
      until: null,
      days: clock.days ?? 0,
      isOverLimit: (clock.days ?? 0) > clock.limit,
    });
  }
  return stays;
}

/** The desk is left by this movement, which says how long it was; those of long ago do not. */
function end(stay: Stay, { at, keptDays, explanation }: Named<MovementView>, { limit }: Clock): void {
  stay.until = at;
  stay.days = keptDays ?? Math.floor((Date.parse(at) - Date.parse(stay.from)) / MS_PER_DAY);
  stay.isOverLimit = explanation !== null || (keptDays ?? 0) > limit;
}

function wayOf({ kind, jumped }: Named<MovementView>): Way {
  if (TAKEN.includes(kind)) return 'taken';
  if (BACK.includes(kind)) return 'back';
  return jumped.length > 0 ? 'jump' : 'sent';
}

/** For each movement, by its running number, the working days that the desk it went to has kept the file. */
export function daysHeld(movements: readonly Named<MovementView>[], clock: Clock): Map<number, number> {
  return new Map(staysOf(movements, clock).map(({ sequence, days }) => [sequence, days]));
}

/** A desk as a row of the picture. */
export interface Desk {
  post: PostRef;
  level: number;
}

/** Each desk once, so that a loop is seen as a loop: the highest level on top, of one level the desk that came last. */
export function rowsOf(stays: readonly Stay[]): Desk[] {
  const rows: Desk[] = [];
  for (const { post, level } of stays) if (!rows.some((row) => row.post.id === post.id)) rows.unshift({ post, level });
  return rows.sort((one, other) => one.level - other.level);
}

export interface Bar {
  stay: Stay;
  row: number;
  /** In units of the picture. */
  left: number;
  right: number;
}

/** Beyond so many days a bar grows no longer: its days stand above it. */
const LONGEST = 15;
/** In units of the picture. */
const STAY = 18;
const DAY = 5;

/** Where each stay is drawn: one after the other, the longer the more days it took, the shortest long enough to be seen. */
export function barsOf(stays: readonly Stay[], rows: readonly Desk[], width: number): Bar[] {
  const lengths = stays.map(({ days }) => STAY + DAY * Math.min(days, LONGEST));
  const stretch = Math.max(1, width / lengths.reduce((sum, length) => sum + length, 0));
  let left = 0;
  return stays.map((stay, index) => {
    const right = left + (lengths[index] ?? 0) * stretch;
    const bar = { stay, row: rows.findIndex(({ post }) => post.id === stay.post.id), left, right };
    left = right;
    return bar;
  });
}

/** A desk that was asked for its opinion while the file stayed where it was. */
export interface ConsultedDesk {
  id: string;
  post: PostRef;
  /** Instants. */
  from: string;
  /** When it answered, or was asked no longer; null while it is awaited. */
  until: string | null;
  isLate: boolean;
}

/** Those of them whose time meets the stays that are drawn, with where each is drawn; the first asked comes first. */
export function askedBars(
  asked: readonly ConsultedDesk[],
  bars: readonly Bar[],
  now: number,
): (ConsultedDesk & Extent)[] {
  const begin = Date.parse(bars[0]?.stay.from ?? '');
  return asked
    .filter(({ until }) => until === null || Date.parse(until) >= begin)
    .map((one) => ({ ...one, left: placeOf(one.from, bars, now), right: placeOf(one.until, bars, now) }))
    .sort((one, other) => one.left - other.left);
}

interface Extent {
  left: number;
  right: number;
}

/** Where on the line an instant lies. Stays are as long as their working days: within one the time runs evenly. */
function placeOf(instant: string | null, bars: readonly Bar[], now: number): number {
  const at = instant === null ? now : Date.parse(instant);
  const bar = bars.findLast(({ stay }) => Date.parse(stay.from) <= at);
  if (!bar) return 0;
  const from = Date.parse(bar.stay.from);
  const until = bar.stay.until === null ? now : Date.parse(bar.stay.until);
  const part = until > from ? Math.min(1, (at - from) / (until - from)) : 1;
  return bar.left + part * (bar.right - bar.left);
}

/** Each post that was asked once, in the order of the picture. */
export function askedRows(asked: readonly ConsultedDesk[]): PostRef[] {
  return [...new Map(asked.map(({ post }) => [post.id, post])).values()];
}
