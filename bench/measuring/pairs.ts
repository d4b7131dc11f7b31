import type { Measure, Row } from './measure';

export type Arm = () => Promise<number>;

/** Each arm answers a number (a rate, a time): the two are measured in the order A B, B A, A B, … so that what else the machine does meets both. */
export async function pairs(a: Arm, b: Arm, count: number): Promise<{ a: number[]; b: number[]; ratios: number[] }> {
  const [as, bs]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < count; pair++) {
    const turn = [async () => as.push(await a()), async () => bs.push(await b())];
    for (const measure of pair % 2 === 0 ? turn : turn.reverse()) await measure();
  }
  return { a: as, b: bs, ratios: as.map((value, index) => value / (bs[index] ?? Number.NaN)) };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

const RESAMPLES = 2000;

/** Median with its 95 % bootstrap interval. */
function spreadOf(values: readonly number[]): Pick<Row, 'median' | 'low' | 'high' | 'n'> {
  const draw = () => values.map(() => values[Math.floor(Math.random() * values.length)] ?? Number.NaN);
  const medians = Array.from({ length: RESAMPLES }, () => median(draw()));
  return {
    median: median(values),
    low: percentile(medians, 0.025),
    high: percentile(medians, 0.975),
    n: values.length,
  };
}

/** @param more which figure of the measure it is, and what our arm reached. */
export const row = (
  measure: Measure,
  values: readonly number[],
  of: string,
  more: Partial<Pick<Row, 'figure' | 'ours'>> = {},
): Row => ({ measure, figure: '', ...spreadOf(values), of, ...more });
