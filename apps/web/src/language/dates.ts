import { dayInIndia } from '@messages/dates';

const MS_PER_DAY = 86_400_000;

/** The calendar day in India, `YYYY-MM-DD`. */
export function today(): string {
  return dayInIndia(new Date());
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(dayInIndia(to)) - Date.parse(dayInIndia(from))) / MS_PER_DAY);
}
