import type { ShownText } from './glyph-strings';
import type { Piece } from './text-runs';

/** Thousandths of the size of a font by which a sign may be shifted without being taken for a word of its own. */
export const UNNOTICED = 20;

/** Whether what is shown begins and ends where the letters do to which it belongs. */
const standsAtItsPlace = (piece: Pick<Piece, 'shown'>): boolean => Math.abs(shiftOf(piece.shown)) <= UNNOTICED;

/**
 * The glyphs of a piece so that it begins and ends at its place on the line.
 *
 * Readers put pieces of text in the order of where they begin, and see a space where the next begins further than where the last ends.
 * A sign that is shifted back over its letter (the dot of ऊं) would end too early; one that is shifted on would begin after the next
 * letter, and one that stands at the end of its own (the ू of ह्यू) where the next begins, or after it by what numbers are rounded.
 * A space at the right place, which has no ink, mends all three: it belongs to the same cluster and so has no text of its own.
 */
export function atItsPlace(piece: Pick<Piece, 'shown' | 'font'>, opensCluster: boolean): readonly ShownText[] {
  const { space } = piece.font;
  const atPlace = standsAtItsPlace(piece);
  if (space === undefined || (opensCluster && atPlace)) return piece.shown;
  const width = piece.font.widthOf(space);
  if (atPlace) return [{ shift: String(UNNOTICED), glyph: space }, ...pushedBack(piece.shown, width - UNNOTICED)];
  const shift = shiftOf(piece.shown);
  const back: ShownText[] = opensCluster ? [] : [{ shift: String(width), glyph: space }];
  return [
    ...back,
    ...piece.shown,
    { shift: String(round(width - shift)), glyph: space },
    { shift: String(round(shift)), glyph: undefined },
  ];
}

function pushedBack([first, ...others]: readonly ShownText[], by: number): ShownText[] {
  return first === undefined ? [] : [{ ...first, shift: String(round(Number(first.shift) + by)) }, ...others];
}

const shiftOf = (shown: readonly ShownText[]): number => shown.reduce((sum, { shift }) => sum + Number(shift), 0);
const round = (value: number): number => Math.round(value * 1000) / 1000;
