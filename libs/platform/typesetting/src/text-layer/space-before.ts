import type { FoundRun } from './found-run';
import { writeShown } from './glyph-strings';
import type { PageFonts } from './page-font';
import { readRun, type Run, TEXT_PLACE } from './text-runs';

/** Of the size of the letters: so far apart stand no two letters of a word, and no two cells nearer. */
const APART = 0.5;

/**
 * The line that sets a space behind a run, if the next stands apart from it in the same line, as in the next cell of a table.
 * Readers take the space that ends a cluster at its place (`piece-place.ts`) for one between words, though it has no text,
 * and so would read the two as one word.
 */
export function spaceBefore(
  content: Buffer,
  next: FoundRun | undefined,
  run: Run | undefined,
  fonts: PageFonts,
): readonly string[] {
  const piece = run?.pieces.at(-1);
  const space = piece?.font.space;
  if (run === undefined || piece === undefined || space === undefined || next === undefined) return [];
  const following = readRun(content, next, fonts);
  const isApart =
    following !== undefined &&
    Math.abs(following.y - run.y) < piece.size &&
    following.x - endOf(run) > piece.size * APART;
  return isApart ? [writeShown([{ shift: '', glyph: space }])] : [];
}

/** How far a run reaches: a sign that is shifted back over its letter ends before it. */
function endOf({ x, pieces }: Run): number {
  let along = 0;
  let farthest = 0;
  for (const { shown, setting, font, size } of pieces) {
    const place = setting.map((line) => TEXT_PLACE.exec(line)?.[2]).find((found) => found !== undefined);
    if (place !== undefined) along = Number(place);
    for (const { shift, glyph } of shown) {
      along += (((glyph === undefined ? 0 : font.widthOf(glyph)) - Number(shift)) / 1000) * size;
      farthest = Math.max(farthest, along);
    }
  }
  return x + farthest;
}
