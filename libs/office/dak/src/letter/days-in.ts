import { westernDigits } from '@patravali/language';
import { folded, distance } from './alike';
import { LETTER_WORDS as words } from './letter-words';

export interface DayIn {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly at: number;
  readonly end: number;
  /** Nothing of it was mended. */
  readonly clear: boolean;
}

const NAMES = words.months.map((names) => names.split('|').map(folded));
/** A shorter name is another one when a letter of it is another. */
const TELLING = 5;
const CENTURY = 2000;

/** As digits that OCR takes for letters stand between digits. */
const DIGIT = '[0-9OoIl|]';
const NUMERIC = new RegExp(
  String.raw`(?<![0-9./-])(${DIGIT}{1,2})\s?([./,:-])\s?(${DIGIT}{1,2})\s?([./,:-])\s?((?:${DIGIT}{2}){1,2})(?![0-9])`,
  'gu',
);
const NAMED = new RegExp(
  String.raw`(?<![0-9/-])(${DIGIT}{1,2})\s?(?:st|nd|rd|th)?[\s,.-]{0,3}(?:day of\s)?([\p{L}\p{M}]{2,10})[\s,.\u0966-]{0,3}(${DIGIT}{4})(?![0-9])`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,10})\.?\s(${DIGIT}{1,2})(?:st|nd|rd|th)?,?\s(${DIGIT}{4})(?![0-9])`,
  'giu',
);

const western = (digits: string): number => Number(digits.replaceAll(/[Oo]/gu, '0').replaceAll(/[Il|]/gu, '1'));

/** The days that a text names, in the order in which they stand. */
export function daysIn(text: string): DayIn[] {
  const plain = westernDigits(text);
  const days = [...numeric(plain), ...named(plain)].sort((one, other) => one.at - other.at);
  // A digit before it may belong to it.
  const split = ({ at }: DayIn) => /\d\s{1,2}$/u.test(plain.slice(Math.max(0, at - 3), at));
  const clear = days.map((day) => (split(day) ? { ...day, clear: false } : day));
  return clear.filter((each, index) => !days.slice(0, index).some(({ end }) => end > each.at));
}

function* numeric(text: string): Generator<DayIn> {
  for (const { 0: whole, index, 1: date = '', 2: one, 3: month = '', 4: other, 5: year = '' } of text.matchAll(
    NUMERIC,
  )) {
    const clear = one === other && one !== ',' && one !== ':' && !/[OoIl|\s]/u.test(whole);
    yield* dayOf([western(date), western(month), fullYear(year)], { at: index, end: index + whole.length, clear });
  }
}

function* named(text: string): Generator<DayIn> {
  for (const { 0: whole, index, 1: date = '', 2: name = '', 3: year = '' } of text.matchAll(NAMED))
    yield* withMonth([date, name, year], index, whole);
  for (const { 0: whole, index, 1: name = '', 2: date = '', 3: year = '' } of text.matchAll(MONTH_FIRST))
    yield* withMonth([date, name, year], index, whole);
}

function* withMonth(
  [date, name, year]: readonly [string, string, string],
  at: number,
  whole: string,
): Generator<DayIn> {
  const month = monthNamed(name);
  if (!month) return;
  const clear = month.exact && !/[OoIl|]/u.test(date + year);
  yield* dayOf([western(date), month.number, western(year)], { at, end: at + whole.length, clear });
}

function monthNamed(name: string): { readonly number: number; readonly exact: boolean } | null {
  const read = folded(name);
  const exact = NAMES.findIndex((names) => names.includes(read)) + 1;
  if (exact > 0) return { number: exact, exact: true };
  const alike = NAMES.findIndex((names) =>
    names.some((each) => each.length >= TELLING && read.length >= TELLING && distance(read, each) === 1),
  );
  return alike < 0 ? null : { number: alike + 1, exact: false };
}

function fullYear(year: string): number {
  return year.length === 2 ? CENTURY + western(year) : western(year);
}

function* dayOf([date, month, year]: readonly [number, number, number], found: Omit<DayIn, 'day'>): Generator<DayIn> {
  const day = `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  if (year >= CENTURY && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day))
    yield { ...found, day };
}

/** So many days later. */
export function daysAfter(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
