import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { greyPixels, type OpenPage } from '../../inspection/child/grey-pixels.ts';
import type { BlackArea, PageToBlacken } from '../blackened-page';
import type { PictureOfPage, Sign } from './picture-pdf.ts';

const POINTS_PER_INCH = 72;
/** Small print stays legible; finer makes the copy several times as large. */
const DOTS_PER_INCH = 150;
/** Larger pages no PDF has (ISO 32000-1, annex C). */
const LARGEST_SIDE = 14_400;
/** A page says that it is larger than this, or it cannot be drawn. */
const SMALLEST_SIDE = 1;
/** Pixels around an area that are black too: what of a letter was drawn across its edge. */
const MARGIN = 1;
const BITS = 4;

/** The page cannot be drawn. */
export class Undrawable extends Error {}
/** An area of which nothing lies on the page: whoever marked it saw another page. */
export class Outside extends Error {}

/** The page in shades of grey as it is seen, with the areas black in it. Of a page that is left out whole nothing is drawn at all. */
export function blackened(
  pdfium: WrappedPdfiumModule,
  open: OpenPage,
  { whole, areas }: PageToBlacken,
  pixels: number,
): PictureOfPage {
  const { page } = open;
  const [seenWidth, seenHeight] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  if (!(seenWidth >= SMALLEST_SIDE && seenHeight >= SMALLEST_SIDE)) throw new Undrawable();
  const shrunk = Math.min(1, LARGEST_SIDE / Math.max(seenWidth, seenHeight));
  const [width, height] = [seenWidth * shrunk, seenHeight * shrunk];
  if (whole !== null) {
    const signs = [{ text: whole, left: 0, top: 0, width, height }];
    return { columns: 1, rows: 1, shades: Buffer.alloc(1), width, height, signs };
  }
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(pixels / (seenWidth * seenHeight)));
  const columns = Math.max(1, Math.round(seenWidth * scale));
  const rows = Math.max(1, Math.round(seenHeight * scale));
  const grey = greyPixels(pdfium, open, columns, rows);
  const signs: Sign[] = [];
  for (const area of areas) {
    const seen = onPage(area, seenWidth, seenHeight);
    fillBlack(grey, { columns, rows }, seen, { across: columns / seenWidth, down: rows / seenHeight });
    const [left, top] = [seen.left * shrunk, seen.top * shrunk];
    signs.push({ text: area.sign, left, top, width: seen.width * shrunk, height: seen.height * shrunk });
  }
  return { columns, rows, shades: inFewerShades(grey, columns, rows), width, height, signs };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What of the area lies on the page. */
function onPage(area: BlackArea, width: number, height: number): Box {
  const [left, top] = [Math.max(0, area.left), Math.max(0, area.top)];
  const right = Math.min(width, area.left + area.width);
  const bottom = Math.min(height, area.top + area.height);
  if (!(right > left && bottom > top)) throw new Outside();
  return { left, top, width: right - left, height: bottom - top };
}

function fillBlack(
  grey: Buffer,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  { left, top, width, height }: Box,
  { across, down }: { readonly across: number; readonly down: number },
): void {
  const first = Math.max(0, Math.floor(left * across) - MARGIN);
  const end = Math.min(columns, Math.ceil((left + width) * across) + MARGIN);
  const last = Math.min(rows, Math.ceil((top + height) * down) + MARGIN);
  for (let row = Math.max(0, Math.floor(top * down) - MARGIN); row < last; row++) {
    grey.fill(0, row * columns + first, row * columns + end);
  }
}

/** Sixteen shades are as legible as 256, and packed they take a third. */
function inFewerShades(grey: Buffer, columns: number, rows: number): Buffer {
  const bytes = Math.ceil(columns / 2);
  const shades = Buffer.alloc(bytes * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shade = (grey[row * columns + column] ?? 0) >> BITS;
      const at = row * bytes + (column >> 1);
      shades[at] = (shades[at] ?? 0) | (column % 2 === 0 ? shade << BITS : shade);
    }
  }
  return shades;
}
