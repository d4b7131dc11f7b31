import type { Parameters } from '@patravali/authorization';

export interface DayRange {
  /** `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly to?: string | undefined;
}

/** Days in India, both inclusive, as conditions on a column that holds an instant. */
export function betweenDays(column: string, { from, to }: DayRange, { bind }: Parameters): string[] {
  const midnight = (day: string) => `(${bind(day)}::date)::timestamp`;
  const india = `AT TIME ZONE INTERVAL '5 hours 30 minutes'`;
  return [
    ...(from ? [`${column} >= ${midnight(from)} ${india}`] : []),
    ...(to ? [`${column} < (${midnight(to)} + INTERVAL '1 day') ${india}`] : []),
  ];
}
