import { westernDigits } from '@patravali/language';
import { daysAfter, daysIn } from './days-in';
import { placeOf, type Line, type Reading } from './letter-lines';
import { LETTER_WORDS as words } from './letter-words';
import type { LetterParts } from './letter-parts';

const NUMBERS: Readonly<Record<string, number>> = words.numbers;
const DAYS: Readonly<Record<string, number>> = words.units;
const UNITS = Object.keys(DAYS).join('|');
const COUNTS = Object.keys(NUMBERS).join('|');
const MOST_DAYS = 366;
const HINDI = new RegExp(
  String.raw`(?<![\p{L}\p{M}\d])(\d{1,3}|${COUNTS})\s(${UNITS})\s(?:${words.of}\s)?(?:${words.inside})(?![\p{L}\p{M}])`,
  'gu',
);
const ENGLISH = new RegExp(
  String.raw`(?<![\p{L}\d])within\s(?:a\speriod\sof\s)?(\d{1,3}|${COUNTS})\s(?:\(\p{L}{1,12}\)\s)?(?:working\s)?(${UNITS})s?(?!\p{L})`,
  'giu',
);
const BY = /(?<!\p{L})(?:by|before|latest by|not later than|on or before|upto|up to|till)(?:\sthe|\sdated)?\s*$/iu;
const UNTIL = new RegExp(String.raw`^[\s,]*(?:${words.until})(?![\p{L}\p{M}])`, 'u');

/** Until when something is wanted. The day of a period of days follows from the letter's date, and is never certain. */
export function limitOf(parts: LetterParts, letterDate: string | null, today: string): Reading | null {
  const body = parts.lines.slice(parts.headEnd, parts.closing?.line ?? parts.below);
  const named = body
    .flatMap((line, index) => untilIn(line, body[index + 1], body[index - 1]))
    .filter(({ value }) => value >= today);
  const counted = body
    .flatMap((line, index) => withinIn(line, body[index + 1], letterDate ?? today))
    .filter(({ value }) => value >= today);
  const [first] = named;
  if (first) return { ...first, certain: first.certain && named.every(({ value }) => value === first.value) };
  return counted[0] ?? null;
}

function untilIn(line: Line, next: Line | undefined, before: Line | undefined): Reading[] {
  return daysIn(line.text).flatMap((day) => {
    const ahead = day.at > 4 ? line.text.slice(0, day.at) : `${before?.text ?? ''} ${line.text.slice(0, day.at)}`;
    const rest = line.text.slice(day.end);
    const behind = rest.trim() === '' ? ` ${next?.text.trimStart() ?? ''}` : rest;
    if (!BY.test(ahead) && !UNTIL.test(behind)) return [];
    return [{ value: day.day, certain: day.clear, at: placeOf(line, day.at, line, day.end) }];
  });
}

/** It may go on in the next line. */
function withinIn(line: Line, next: Line | undefined, from: string): Reading[] {
  const joined = westernDigits(next?.page === line.page ? `${line.text} ${next.text.trimStart()}` : line.text);
  return [...joined.matchAll(HINDI), ...joined.matchAll(ENGLISH)]
    .filter(({ index }) => index < line.text.length)
    .flatMap(({ 0: said, 1: count = '', 2: unit = '', index }) => {
      const days = (NUMBERS[count.toLowerCase()] ?? Number(count)) * (DAYS[unit.toLowerCase()] ?? 0);
      if (days < 1 || days > MOST_DAYS) return [];
      const end = Math.min(line.text.length, index + said.length);
      return [{ value: daysAfter(from, days), certain: false, at: placeOf(line, index, line, end) }];
    });
}
