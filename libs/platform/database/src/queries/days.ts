import type { Parameters } from './parameters';

export interface DayRange {
  /** `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly to?: string | undefined;
}

const INDIA = `AT TIME ZONE INTERVAL '5 hours 30 minutes'`;

/** The day in India on which an instant is, as an expression. */
export const dayInIndia = (instant: string): string => `((${instant}) ${INDIA})::date`;

/** When a day begins in India, as an expression. */
export const midnightInIndia = (day: string): string => `((${day})::timestamp ${INDIA})`;

/** Days in India, both inclusive, as conditions on a column that holds an instant. */
export function betweenDays(column: string, { from, to }: DayRange, { bind }: Parameters): string[] {
  const midnight = (day: string) => `(${bind(day)}::date)::timestamp`;
  return [
    ...(from ? [`${column} >= ${midnight(from)} ${INDIA}`] : []),
    ...(to ? [`${column} < (${midnight(to)} + INTERVAL '1 day') ${INDIA}`] : []),
  ];
}
