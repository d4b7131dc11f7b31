import fc from 'fast-check';

/** What chance draws; the same for the same seed, each number and each item as often as the others. */
export class Chance {
  private readonly drawn: fc.GeneratorValue;

  constructor(seed: number) {
    const [drawn] = fc.sample(fc.gen(), { seed, numRuns: 1, unbiased: true });
    if (!drawn) throw new Error('nothing was drawn');
    this.drawn = drawn;
  }

  /** From 0 to `most`. */
  upTo(most: number): number {
    return this.drawn(fc.nat, { max: most });
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.upTo(times - 1) === 0;
  }

  of<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('there is nothing to draw from');
    return items[this.upTo(items.length - 1)] as T;
  }

  matching(pattern: string): string {
    return this.drawn(fc.stringMatching, new RegExp(pattern, 'u'));
  }
}
