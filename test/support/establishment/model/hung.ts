import { dayOf, type Half, holdsAt, isNotOver, type TenureInModel, type World } from './world';

/** Held for oneself, not for another. */
export const isCharge = ({ kind }: TenureInModel): boolean => kind === 'regular' || kind === 'additional';

/** Whoever assists at a post leaves with its last holder: with this half of a day, or at once. */
export function endWhatHung(world: World, postId: string, last: Half | null): void {
  const there = [...world.tenures.values()].filter((each) => each.postId === postId);
  const isLed = there.some(
    (each) => isCharge(each) && (last === null ? holdsAt(each, world.now) : outlasts(each, last)),
  );
  if (isLed) return;
  for (const each of there.filter(({ kind }) => kind === 'assistant')) {
    if (last === null && isNotOver(each, world.now)) {
      const until = 2 * Math.max(dayOf(each.from), dayOf(world.now)) + 1;
      world.tenures.set(each.id, { ...each, until, ended: true });
    } else if (last !== null && outlasts(each, last)) {
      world.tenures.set(each.id, { ...each, until: last });
    }
  }
}

/** It has begun by then, and goes on. */
const outlasts = ({ ended, from, until }: TenureInModel, last: Half): boolean =>
  !ended && from <= last && (until === null || until > last);
