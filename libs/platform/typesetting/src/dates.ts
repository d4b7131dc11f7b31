import type { Language } from '@patravali/contract';
import { WORDS } from './words';

const INDIA_AHEAD_OF_UTC_MS = (5 * 60 + 30) * 60_000;

/** `2026-11-24` as `24 Nov 2026` or `24 नवम्बर 2026`. Our own month names, because those of ICU change with its release. */
export function printedDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) throw new RangeError(`not a day: ${day}`);
  return `${String(date).padStart(2, '0')} ${WORDS[language].months[month - 1] ?? ''} ${year}`;
}

/** An instant as the clock in India (UTC+05:30) shows it, wherever the server stands: `24 Nov 2026, 16:40`. */
export function printedInstant(instant: string, language: Language): string {
  const india = new Date(Date.parse(instant) + INDIA_AHEAD_OF_UTC_MS).toISOString();
  return `${printedDay(india.slice(0, 10), language)}, ${india.slice(11, 16)}`;
}
