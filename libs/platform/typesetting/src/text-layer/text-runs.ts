import { readShown, type Shown } from './glyph-strings';
import type { PageFont } from './page-font';

/** The smallest part of a run that has a text of its own: one glyph, or several that stand under one `/ActualText`. */
export interface Piece {
  /** UTF-16 in hex; empty where the font does not tell. */
  readonly text: string;
  readonly shown: readonly Shown[];
  /** Font and place, set before it; none where it follows another glyph of the same operator. */
  readonly setting: readonly string[];
  /** Whether it stood under an `/ActualText`. */
  readonly spelled: boolean;
  readonly font: PageFont;
  readonly size: number;
}

/** A run of text on one height, as Typst writes it. */
export interface Run {
  readonly scale: string;
  readonly x: number;
  readonly y: number;
  /** Colour. */
  readonly ink: readonly string[];
  readonly pieces: readonly Piece[];
}

/** The fonts of a page by the names that its content gives them. */
export type PageFonts = ReadonlyMap<string, PageFont>;

const NUMBER = String.raw`-?[\d.]+`;
const PLACE = new RegExp(`^(${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER}) (${NUMBER}) (${NUMBER}) cm$`);
const INK = new RegExp(`^(?:/\\S+ cs|/\\S+ gs|(?:${NUMBER} )+scn?)$`);
const FONT = /^\/(\S+) (\S+) Tf$/;
const ACTUAL_TEXT = /^\s*\/ActualText <FEFF([\dA-F]*)>$/i;

/** The run that begins at a line, and the line after it; undefined when no run of that form begins there. */
export function readRun(
  lines: readonly string[],
  at: number,
  fonts: PageFonts,
): { run: Run; next: number } | undefined {
  const place = lines[at] === 'q' ? PLACE.exec(lines[at + 1] ?? '') : null;
  if (place === null) return undefined;
  let begin = at + 2;
  while (INK.test(lines[begin] ?? '')) begin += 1;
  if (lines[begin] !== 'BT') return undefined;
  const end = lines.indexOf('ET', begin);
  const pieces = lines[end + 1] === 'Q' ? readPieces(lines.slice(begin + 1, end), fonts) : undefined;
  if (pieces === undefined || pieces.length === 0) return undefined;
  const [, scale = '', x, y] = place;
  return { run: { scale, x: Number(x), y: Number(y), ink: lines.slice(at + 2, begin), pieces }, next: end + 2 };
}

function readPieces(lines: readonly string[], fonts: PageFonts): Piece[] | undefined {
  const pieces: Piece[] = [];
  let setting: string[] = [];
  let spelled: string | undefined;
  let font: PageFont | undefined;
  let size = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '/Span <<' && lines[at + 2] === '>> BDC') {
      spelled = ACTUAL_TEXT.exec(lines[at + 1] ?? '')?.[1];
      if (spelled === undefined) return undefined;
      at += 2;
    } else if (line === 'EMC') {
      spelled = undefined;
    } else if (line.endsWith(' Tr') || line.endsWith(' Tm')) {
      setting.push(line);
    } else if (line.endsWith(' Tf')) {
      const [, name = '', points] = FONT.exec(line) ?? [];
      font = fonts.get(name);
      size = Number(points);
      setting.push(line);
    } else {
      const shown = / T[jJ]$/.test(line) ? readShown(line) : undefined;
      if (shown === undefined || font === undefined) return undefined;
      if (spelled !== undefined) pieces.push({ text: spelled, shown, setting, spelled: true, font, size });
      else pieces.push(...glyphByGlyph(shown, setting, font, size));
      setting = [];
    }
  }
  return pieces;
}

function glyphByGlyph(shown: readonly Shown[], setting: readonly string[], font: PageFont, size: number): Piece[] {
  return shown.map((each, index) => ({
    text: each.glyph === undefined ? '' : font.textOf(each.glyph),
    shown: [each],
    setting: index === 0 ? setting : [],
    spelled: false,
    ...{ font, size },
  }));
}
