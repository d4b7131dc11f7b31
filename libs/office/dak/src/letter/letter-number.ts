import { westernDigits } from '@patravali/language';
import { afterLabel, phrases, saidAt, wordsOf } from './alike';
import { daysIn } from './days-in';
import { bare, placeOf, type Reading } from './letter-lines';
import type { LetterParts } from './letter-parts';
import { LETTER_WORDS as words } from './letter-words';

const NUMBER = phrases(words.number);
const DATE = phrases(words.date);

/** What OCR takes for digits between them. */
const MENDED: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)[Oo]|[Oo](?=\d)/gu, '0'],
  [/(?<=\d)[lI|]|(?<![\p{L}\p{M}])[lI|](?=\d)/gu, '1'],
];

/** The number that the letter bears: at the head, behind its label. */
export function numberOf({ lines, headEnd }: LetterParts): Reading | null {
  for (const line of lines.slice(0, headEnd)) {
    const from = startOf(line.text);
    if (from === null) continue;
    const end = endOf(line.text, from);
    const written = tidy(line.text.slice(from, end));
    const value = mended(written);
    if (!/\d/u.test(westernDigits(value)) || isDay(value) || value.length > LONGEST) continue;
    const certain = value === written && !/\s/u.test(value) && !/[^\p{L}\p{M}\p{N}\s./()\-–—:\u0966&]/u.test(value);
    const column = from + line.text.slice(from, end).search(/\S/u);
    return { value, certain, at: placeOf(line, column, line, end) };
  }
  return null;
}

const LONGEST = 60;

/** A label at the beginning of the line, or behind what the sheet bears at its left. */
function startOf(text: string): number | null {
  const first = afterLabel(text, 0, NUMBER);
  if (first !== null) return first;
  const gap = /\s{3,}/u.exec(text);
  return gap ? afterLabel(text, gap.index + gap[0].length, NUMBER) : null;
}

/** Before the date, or a wide gap, or the end of the line. */
function endOf(text: string, from: number): number {
  const words = wordsOf(text);
  const date = words.findIndex(({ at }, index) => at > from && saidAt(words, index, DATE) !== null);
  const gap = text.slice(from).search(/\S\s{3,}/u);
  const day = daysIn(text.slice(from))[0];
  const ends = [
    words[date]?.at ?? text.length,
    gap < 0 ? text.length : from + gap + 1,
    // A date behind it bears no label; in the middle of a number it is part of the number.
    day && /\s/u.test(text[from + day.at - 1] ?? '') ? from + day.at : text.length,
  ];
  return Math.min(...ends);
}

/** Signs of division stand without spaces. */
const tidy = (text: string): string => bare(text).replaceAll(/\s?([/\-–—])\s?/gu, '$1');

function mended(text: string): string {
  return MENDED.reduce((now, [wrong, right]) => now.replaceAll(wrong, right), text);
}

const isDay = (text: string): boolean => daysIn(text).some(({ at, end }) => at === 0 && end === text.length);

/** Where a label of a date stands in the line, and what follows it. */
export function datesLabelled(text: string): number[] {
  const words = wordsOf(text);
  return words.flatMap((_, index) => saidAt(words, index, DATE)?.end ?? []);
}
