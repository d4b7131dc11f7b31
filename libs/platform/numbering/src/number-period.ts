/** The calendar year, or the financial year of India, which begins on 1 April. */
export const NUMBER_PERIODS = ['calendar', 'financial'] as const;
export type NumberPeriod = (typeof NUMBER_PERIODS)[number];

/** The year of a day in India (`YYYY-MM-DD`) as a number prints it: `2026`, or `2026-27`. */
export function yearOf(day: string, period: NumberPeriod): string {
  const [year, month] = day.split('-').map(Number);
  if (year === undefined || month === undefined) throw new RangeError(`not a day: ${day}`);
  if (period === 'calendar') return String(year);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}
