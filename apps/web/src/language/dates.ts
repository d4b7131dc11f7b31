import { dayInIndia } from '@language/dates';

const MS_PER_DAY = 86_400_000;

/** The calendar day in India, `YYYY-MM-DD`. */
export function today(): string {
  return dayInIndia(new Date());
}

/** The day in India, so many days from today. */
export function dayFrom(days: number): string {
  return dayInIndia(new Date(Date.now() + days * MS_PER_DAY));
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(dayInIndia(to)) - Date.parse(dayInIndia(from))) / MS_PER_DAY);
}
