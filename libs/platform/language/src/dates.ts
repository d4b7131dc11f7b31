import type { Language } from '@patravali/contract-base';
import en from './en/dates.json';
import hi from './hi/dates.json';

/**
 * How a date is written. `screen`: `24 Nov 2026`, `24 नवम्बर 2026`; pages printed from the screen's records, too.
 * `letter`: `24 November 2026`, `24 नवम्बर, 2026`. `register`: `24.11.2026`.
 */
export type DateForm = 'screen' | 'letter' | 'register';

const INDIA_AHEAD_OF_UTC_MS = (5 * 60 + 30) * 60_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Our own month names: those of the platform's library differ between releases, and from what an office writes. */
const MONTHS = { en: monthsOf(en), hi: monthsOf(hi) };

function monthsOf({ inFull, onScreen, short }: typeof en) {
  return { letter: inFull.split(' '), screen: onScreen.split(' '), short: short.split(' ') };
}

/** A day (`YYYY-MM-DD`) or the Indian day of an instant, written out. @throws RangeError for what is no date. */
export function formatDate(form: DateForm, value: string | Date, language: Language): string {
  const { year, month, date } = partsOf(value);
  if (form === 'register') return `${twoDigits(date)}.${twoDigits(month)}.${year}`;
  const comma = form === 'letter' && language === 'hi' ? ',' : '';
  return `${date} ${MONTHS[language][form][month - 1] ?? ''}${comma} ${year}`;
}

/** `24 Nov`, `24 नव०`: where the year is plain. */
export function formatDayAndMonth(value: string | Date, language: Language): string {
  const { month, date } = partsOf(value);
  return `${date} ${MONTHS[language].short[month - 1] ?? ''}`;
}

/** `16:40`, by the clock of India. */
export function formatTime(instant: string | Date): string {
  return inIndia(instant).slice(11, 16);
}

/** `24 Nov 2026, 16:40`, by the clock of India wherever the program runs. */
export function formatInstant(form: DateForm, instant: string | Date, language: Language): string {
  return `${formatDate(form, instant, language)}, ${formatTime(instant)}`;
}

/** The calendar day in India, `YYYY-MM-DD`, of an instant; a day stays as it is. */
export function dayInIndia(value: string | Date): string {
  return typeof value === 'string' && DAY.test(value) ? value : inIndia(value).slice(0, 10);
}

/** Which month, 1 to 12, a person means who types the beginning of its name in either language; 0 for none. */
export function monthOfName(typed: string): number {
  const name = withoutNukta(typed.toLowerCase());
  const isMeant = (beginnings = '') => beginnings.split('|').some((beginning) => name.startsWith(beginning));
  const months = [en, hi].map((words) => words.typed.split(' ').findIndex(isMeant) + 1);
  return Math.max(...months);
}

/** फ़रवरी and फरवरी are the same month. */
const withoutNukta = (text: string): string => text.normalize('NFD').replaceAll('\u093c', '').normalize('NFC');

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 without its offset. */
function inIndia(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + INDIA_AHEAD_OF_UTC_MS).toISOString();
}

function partsOf(value: string | Date) {
  const [, year, month, date] = (DAY.exec(dayInIndia(value)) ?? []).map(Number);
  if (!year || !month || !date) throw new RangeError(`not a day: ${String(value)}`);
  return { year, month, date };
}
