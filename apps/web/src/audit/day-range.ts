import { readDay } from '../language/read-day';

/** Whether each is a day, or nothing, and the second not before the first. */
export function isDayRange(from: string, to: string): boolean {
  const areDays = [from, to].every((day) => day === '' || readDay(day) === day);
  return areDays && (from === '' || to === '' || from <= to);
}

/** Where a field for the second day begins: nowhere, an empty text, while the first is none. */
export const beginOf = (from: string): string => (readDay(from) === from ? from : '');
