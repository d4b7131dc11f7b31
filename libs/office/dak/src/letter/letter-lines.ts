/** A page of a letter as its text has come: from its PDF, or as it was read on a scan. */
export interface LetterPage {
  /** Counted from 1. */
  readonly page: number;
  /** Its lines, one below the other. */
  readonly text: string;
}

/** A line of a letter: where it stands, counted in its page's text. */
export interface Line {
  readonly page: number;
  readonly start: number;
  readonly text: string;
}

/** The words of a letter from which something was read. */
export interface Place {
  readonly page: number;
  /** In the text of the page. */
  readonly start: number;
  readonly end: number;
  /** In one line. */
  readonly words: string;
}

/** A value of one field. What is not `certain` is shown as such: somebody has to look. */
export interface Reading<Value extends string = string> {
  readonly value: Value;
  readonly certain: boolean;
  /** Null for what the letter says as a whole. */
  readonly at: Place | null;
}

/** What is longer is no letter; its end is looked for on its last page. */
const MOST_LINES = 400;
const LONGEST_LINE = 400;

/** The lines that say something. */
export function linesOf(pages: readonly LetterPage[]): Line[] {
  const lines: Line[] = [];
  for (const { page, text } of pages) {
    let start = 0;
    for (const line of text.split('\n')) {
      if (/[\p{L}\d]/u.test(line) && lines.length < MOST_LINES)
        lines.push({ page, start, text: line.slice(0, LONGEST_LINE) });
      start += line.length + 1;
    }
  }
  return lines;
}

/** From a column of a line up to a column of the same line, or of one below it on its page. */
export function placeOf(from: Line, column: number, to: Line, end: number): Place {
  const last = to.page === from.page ? to : from;
  const stop = to.page === from.page ? end : from.text.length;
  const words = last === from ? from.text.slice(column, stop) : `${from.text.slice(column)} ${to.text.slice(0, stop)}`;
  return { page: from.page, start: from.start + column, end: last.start + stop, words: inOneLine(words) };
}

export const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Without the signs that stand around a name or a number, but its last bracket and the sign of an abbreviation. */
export function bare(text: string): string {
  const whole = inOneLine(text);
  let [from, end] = [0, whole.length];
  while (from < end && AROUND.includes(whole.charAt(from))) from++;
  while (end > from && AROUND.includes(whole.charAt(end - 1))) end--;
  return whole.slice(from, end);
}

const AROUND = ' ,;:|=~_*\'"`.\u0964-–—/';
