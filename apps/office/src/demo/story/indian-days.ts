import { dayInIndia } from '@patravali/language';

const MS_PER_DAY = 86_400_000;

/** The calendar day in India this many days from now; negative is in the past. */
export function dayFromToday(days: number): string {
  return dayInIndia(new Date(Date.now() + days * MS_PER_DAY));
}
