import { readShown } from './glyph-strings';
import type { PageFonts } from './page-font';

/**
 * A run of text in the bytes of a page's content, found and not yet read: a page has some hundred runs, of which a few
 * must be written anew.
 */
export interface FoundRun {
  /** From its `q` to behind its `Q`. */
  readonly start: number;
  readonly end: number;
  /** What stands between `BT` and `ET`. */
  readonly body: number;
  readonly bodyEnd: number;
  /** Its height on the page, as it is written. */
  readonly y: string;
}

const NUMBER = String.raw`-?[\d.]+`;
/** `q`, the place, the colour: what stands before `BT`. */
const HEAD = new RegExp(
  String.raw`(?:^|\n)(q\n(?:${NUMBER} ){4}${NUMBER} (${NUMBER}) cm\n(?:(?:/\S+ cs|/\S+ gs|(?:${NUMBER} )+scn?)\n)*)$`,
);
/** No head is longer, in bytes. */
const LONGEST_HEAD = 300;
const BEGIN = Buffer.from('\nBT\n');
const END = Buffer.from('\nET\n');

/** The next run at or behind a place. */
export function findRun(content: Buffer, from: number): FoundRun | undefined {
  for (let begin = content.indexOf(BEGIN, from); begin >= 0; begin = content.indexOf(BEGIN, begin + 1)) {
    const [, head, y] = HEAD.exec(content.toString('latin1', Math.max(from, begin - LONGEST_HEAD), begin + 1)) ?? [];
    const end = content.indexOf(END, begin + BEGIN.length - 1);
    if (end < 0) return undefined;
    const closed = content[end + END.length] === LETTER_Q;
    if (!closed || head === undefined || y === undefined) continue;
    const body = begin + BEGIN.length;
    return { start: begin + 1 - head.length, end: end + END.length + 1, body, bodyEnd: end, y };
  }
  return undefined;
}

/** A line of a run, `[…] TJ`, that shows glyphs under an `/ActualText`. */
export interface SpelledLine {
  readonly start: number;
  readonly end: number;
}

/** The lines under an `/ActualText` whose glyphs are shifted together by more than that. */
export function linesShiftedMoreThan(
  content: Buffer,
  { body, bodyEnd }: Pick<FoundRun, 'body' | 'bodyEnd'>,
  unnoticed: number,
): SpelledLine[] {
  const lines: SpelledLine[] = [];
  let spelled = false;
  for (let at = body; at < bodyEnd; at++) {
    const first = content[at];
    if (first === SLASH && content[at + 1] === LETTER_S) spelled = true;
    else if (first === LETTER_E) spelled = false;
    const start = at;
    while (at < bodyEnd && content[at] !== NEW_LINE) at++;
    if (spelled && first === BRACKET && Math.abs(shiftOf(content, start, at)) > unnoticed)
      lines.push({ start, end: at });
  }
  return lines;
}

/** Sum of the numbers between the strings of `[(…) 302 (…)] TJ`. */
function shiftOf(content: Buffer, begin: number, end: number): number {
  let sum = 0;
  let depth = 0;
  for (let at = begin; at < end; at++) {
    const byte = content[at] ?? 0;
    if (byte === BACKSLASH) at++;
    else if (byte === OPENING) depth++;
    else if (byte === CLOSING) depth--;
    else if (depth > 0) continue;
    else if (byte === LESS) while (at < end && content[at] !== GREATER) at++;
    else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
      const start = at;
      while (at < end && content[at] !== OPENING && content[at] !== LESS && content[at] !== CLOSING_BRACKET) at++;
      sum += Number(content.toString('latin1', start, at));
      at--;
    }
  }
  return sum;
}

/** The bytes by which lines are told. */
const [SLASH, LETTER_S, LETTER_E, LETTER_Q, NEW_LINE] = [0x2f, 0x53, 0x45, 0x51, 0x0a];
const [BRACKET, CLOSING_BRACKET, BACKSLASH, OPENING, CLOSING] = [0x5b, 0x5d, 0x5c, 0x28, 0x29];
const [LESS, GREATER, MINUS, ZERO, NINE] = [0x3c, 0x3e, 0x2d, 0x30, 0x39];

const ACTUAL_TEXT = /\/ActualText <FEFF([\dA-F]*)>/i;

/** What the first piece of a run says, UTF-16 in hex; empty where that is not written. */
export function firstText(content: Buffer, { body, bodyEnd }: FoundRun, fonts: PageFonts): string {
  if (content[body] === SLASH && content[body + 1] === LETTER_S) {
    const end = content.indexOf('BDC', body, 'latin1');
    return ACTUAL_TEXT.exec(content.toString('latin1', body, Math.min(end, bodyEnd)))?.[1] ?? '';
  }
  const line = TEXT_LINE.exec(content.toString('latin1', body, bodyEnd))?.[1] ?? '';
  return textOf(readShown(line)?.[0]?.glyph, fontEndingAt(content, content.indexOf(' Tf', body, 'latin1')), fonts);
}

/** What its last piece says. */
export function lastText(content: Buffer, { body, bodyEnd }: FoundRun, fonts: PageFonts): string {
  const begin = content.lastIndexOf(NEW_LINE, bodyEnd - 1) + 1;
  if (content[begin] === LETTER_E) {
    const spelled = content.lastIndexOf('/ActualText', begin, 'latin1');
    return spelled < body ? '' : (ACTUAL_TEXT.exec(content.toString('latin1', spelled, begin))?.[1] ?? '');
  }
  const shown = readShown(content.toString('latin1', begin, bodyEnd));
  return textOf(shown?.at(-1)?.glyph, fontBefore(content, { body }, bodyEnd), fonts);
}

const TEXT_LINE = /^(.* T[jJ])$/m;

/** The name of the font that the last `/f0 10.5 Tf` before a place sets. */
export function fontBefore(content: Buffer, { body }: Pick<FoundRun, 'body'>, at: number): string {
  const end = content.lastIndexOf(' Tf', at, 'latin1');
  return end < body ? '' : fontEndingAt(content, end);
}

function fontEndingAt(content: Buffer, at: number): string {
  const line = content.toString('latin1', content.lastIndexOf(SLASH, at), at);
  return /^\/(\S+) /.exec(line)?.[1] ?? '';
}

const textOf = (glyph: string | undefined, font: string, fonts: PageFonts): string =>
  glyph === undefined ? '' : (fonts.get(font)?.textOf(glyph) ?? '');
