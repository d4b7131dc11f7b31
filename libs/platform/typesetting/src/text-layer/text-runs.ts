import type { FoundRun } from './found-run';
import type { Shown } from './glyph-strings';
import type { Cluster, PageFont } from './page-font';

/** What one operator of a run shows. */
export interface Piece {
  readonly shown: Shown;
  /** What is shown if it stands under one text; else each glyph says by itself what it is. */
  readonly cluster: Cluster | undefined;
  /** Where it begins, within its run. */
  readonly x: number;
  readonly y: number;
  readonly look: Look;
}

/** How letters are set: whatever else differs from letter to letter is their place. */
export interface Look {
  /** `/f0 10.5 Tf` */
  readonly line: string;
  readonly fontName: string;
  readonly font: PageFont;
  readonly size: number;
}

/** A run of text on one height, as Typst writes it. */
export interface Run extends FoundRun {
  readonly scale: string;
  readonly x: number;
  readonly y: number;
  /** Colour. */
  readonly ink: readonly string[];
  readonly pieces: readonly Piece[];
}

const NUMBER = String.raw`-?[\d.]+`;
const PLACE = new RegExp(`^(${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER}) (${NUMBER}) (${NUMBER}) cm$`);
/** A piece: its text, if it is spelled, then the font, the place, and what is shown there. */
const PIECE = new RegExp(
  [
    String.raw`(?:/Span <<\n {2}/ActualText <FEFF([\dA-F]+)>\n>> BDC\n)?0 Tr\n`,
    String.raw`(/(\S+) (${NUMBER}) Tf)\n1 0 0 -1 (${NUMBER}) (${NUMBER}) Tm\n([^\n]+) T[jJ]\n(EMC\n)?`,
  ].join(''),
  'y',
);

/** A run of a page's content; undefined when its form is not the one that Typst writes. */
export function readRun(content: string, found: FoundRun, fonts: ReadonlyMap<string, PageFont>): Run | undefined {
  const { start, body, bodyEnd } = found;
  const pieces: Piece[] = [];
  let look: Look | undefined;
  // The line that ends the last piece ends the body.
  for (PIECE.lastIndex = body; PIECE.lastIndex <= bodyEnd;) {
    const [, spelled, line = '', fontName = '', size, x, y, operand = '', end] = PIECE.exec(content) ?? [];
    if (line !== look?.line) {
      const font = fonts.get(fontName);
      look = font && { line, fontName, font, size: Number(size) };
    }
    const shown = look?.font.shownBy(operand);
    if (look === undefined || shown === undefined || (spelled === undefined) !== (end === undefined)) return undefined;
    const cluster = spelled === undefined ? undefined : look.font.clusterOf(spelled, operand);
    pieces.push({ shown, cluster, x: Number(x), y: Number(y), look });
  }
  const [, place = '', ...ink] = content.slice(start, body).split('\n').slice(0, -2);
  const [, scale, x, y] = PLACE.exec(place) ?? [];
  return scale === undefined || pieces.length === 0
    ? undefined
    : { ...found, scale, x: Number(x), y: Number(y), ink, pieces };
}

/** What a piece shows under one text, if it is one glyph or a cluster. */
export function clusterOf({ cluster, shown, look }: Piece): Cluster {
  const [glyph] = shown.glyphs;
  return cluster ?? { text: glyph ? look.font.textOf(glyph.glyph) : '', glyphs: shown.glyphs, width: shown.reach };
}

/** A piece without what it begins with, and that: the smallest part that has a text of its own. */
export function partAtStart(piece: Piece): [first: Piece, rest: Piece | undefined] {
  const [first, second] = piece.shown.glyphs;
  if (piece.cluster || !first || !second) return [piece, undefined];
  const reach = first.x + piece.look.font.widthOf(first.glyph);
  return [{ ...piece, shown: { glyphs: [first], pen: reach, reach } }, from(piece, 1)];
}

/** A piece without what it ends with, and that. */
export function partAtEnd(piece: Piece): [rest: Piece | undefined, last: Piece] {
  const { glyphs } = piece.shown;
  const last = glyphs.at(-1);
  if (piece.cluster || !last || glyphs.length === 1) return [undefined, piece];
  const rest = { glyphs: glyphs.slice(0, -1), pen: last.x, reach: last.x };
  return [{ ...piece, shown: rest }, from(piece, glyphs.length - 1)];
}

/** The glyphs of a piece from one on. */
function from(piece: Piece, index: number): Piece {
  const { shown, look, x } = piece;
  const start = shown.glyphs[index]?.x ?? 0;
  const glyphs = shown.glyphs.slice(index).map((each) => ({ ...each, x: each.x - start }));
  return {
    ...piece,
    x: x + (start * look.size) / 1000,
    shown: { glyphs, pen: shown.pen - start, reach: shown.reach - start },
  };
}
