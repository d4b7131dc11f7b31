import { westernDigits } from '@language/digits';
import { monthOfName } from '@language/dates';
import { today } from './dates';

/**
 * The day that a person typed, as `YYYY-MM-DD`, or null: `24/11/2026`, `24.11.26`, `24-11`, `24 Nov 2026`, `२४ नवम्बर`.
 * Always day before month, as in India; without a year it is this one.
 */
export function readDay(typed: string): string | null {
  const text = westernDigits(typed.trim().normalize('NFC').toLowerCase());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[\s./-]+([^\s./-]+)\.?(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(text);
  if (!parts) return null;
  const year = parts[3] === undefined ? Number(today().slice(0, 4)) : Number(parts[3]);
  return dayOf(year < 100 ? 2000 + year : year, monthOf(parts[2] ?? ''), Number(parts[1]));
}

/** Whether each is a day, or nothing, and the second not before the first. */
export function isDayRange(from: string, to: string): boolean {
  const areDays = [from, to].every((day) => day === '' || readDay(day) === day);
  return areDays && (from === '' || to === '' || from <= to);
}

/** Where a field for the second day begins: nowhere, an empty text, while the first is none. */
export const beginOf = (from: string): string => (readDay(from) === from ? from : '');

function monthOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : monthOfName(text);
}

/** A day that the calendar has; 31 April is none. */
function dayOf(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists = day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists ? day.toISOString().slice(0, 10) : null;
}
