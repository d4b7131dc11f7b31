import type { FoundRun } from './found-run';
import { readShown, type ShownText } from './glyph-strings';
import type { PageFont, PageFonts } from './page-font';

/** The line that sets where the next letters stand: their scale, and x and y within the run. */
export const TEXT_PLACE = /^(\S+ \S+ \S+ \S+) (\S+) (\S+) Tm$/;

/** The smallest part of a run that has a text of its own: one glyph, or several that stand under one `/ActualText`. */
export interface Piece {
  /** UTF-16 in hex; empty where the font does not tell. */
  readonly text: string;
  readonly shown: readonly ShownText[];
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

const NUMBER = String.raw`-?[\d.]+`;
const PLACE = new RegExp(`^(${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER}) (${NUMBER}) (${NUMBER}) cm$`);
const FONT = /^\/(\S+) (\S+) Tf$/;
const ACTUAL_TEXT = /^\s*\/ActualText <FEFF([\dA-F]*)>$/i;

/** A run of a page's content; undefined when its form is not the one that Typst writes. */
export function readRun(content: Buffer, { start, body, bodyEnd }: FoundRun, fonts: PageFonts): Run | undefined {
  const [, place = '', ...ink] = content.toString('latin1', start, body).split('\n').slice(0, -2);
  const [, scale, x, y] = PLACE.exec(place) ?? [];
  const pieces = readPieces(content.toString('latin1', body, bodyEnd).split('\n'), fonts);
  if (scale === undefined || pieces === undefined || pieces.length === 0) return undefined;
  return { scale, x: Number(x), y: Number(y), ink, pieces };
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

function glyphByGlyph(shown: readonly ShownText[], setting: readonly string[], font: PageFont, size: number): Piece[] {
  return shown.map((each, index) => ({
    text: each.glyph === undefined ? '' : font.textOf(each.glyph),
    shown: [each],
    setting: index === 0 ? setting : [],
    spelled: false,
    font,
    size,
  }));
}
