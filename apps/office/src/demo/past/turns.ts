import type { Dice } from './dice';

/** Throws that let everything in a list have its turn before anything comes a second time. */
export class Turns {
  private readonly taken = new Map<unknown, number>();

  pick<T>(list: readonly T[], dice: Dice): T {
    const times = (one: T) => this.taken.get(one) ?? 0;
    const least = Math.min(...list.map(times));
    const picked = dice.pick(list.filter((one) => times(one) === least));
    this.taken.set(picked, least + 1);
    return picked;
  }
}
