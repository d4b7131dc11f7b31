export interface Goal {
  readonly must: number;
  readonly aim: number;
  /** Whether less is better. */
  readonly atMost?: boolean;
}

export type Unit = 's' | 'ms' | 'MiB' | 'a second';

/** One line of the README's table: what is measured, in one figure or in several of a kind. */
export interface Measure {
  readonly name: string;
  /** What each of its figures is of, in their order; one alone has no name. */
  readonly figures?: readonly string[];
  /** Of figures that are no ratios. */
  readonly unit?: Unit;
  /** Instead of each figure: how many reach the goal, and the worst. */
  readonly asWorst?: true;
  readonly goal?: Goal;
}

/** One figure of a measure. */
export interface Row {
  readonly measure: Measure;
  /** Which of its figures; empty where it has but one. */
  readonly figure: string;
  /** Median of the ratios, or of the values where it is none. */
  readonly median: number;
  /** The interval that holds the true median in 95 of 100 runs. */
  readonly low: number;
  readonly high: number;
  /** Pairs, or values. */
  readonly n: number;
  /** What the figure was made of, in words. */
  readonly of: string;
  /** Of a ratio: what the office's own arm reached. */
  readonly ours?: Amount;
}

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
}

export const figuresOf = ({ figures }: Measure): readonly string[] => figures ?? [''];

/** A goal is passed when the median passes it; the interval beside it says how sure that is. */
export function isReached({ measure: { goal }, median }: Row, which: 'must' | 'aim' = 'must'): boolean | null {
  if (!goal) return null;
  return goal.atMost ? median <= goal[which] : median >= goal[which];
}

export const inWords = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
