import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { greyPixels, type OpenPage } from '../../inspection/child/grey-pixels.ts';
import { hasVisible } from '../../inspection/child/page-text.ts';

/** A page in shades of grey, a byte a pixel. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** Pixels a point. */
  readonly scale: number;
  /** What the letters look like to the recognition, however large the page says it is. */
  readonly dotsPerInch: number;
  readonly grey: Buffer;
}

const POINTS_PER_INCH = 72;
/** Finer takes twice as long and reads no better. */
const DOTS_PER_INCH = 200;
/** A page that says it is tiny is a photograph of a sheet all the same. */
const LONG_SIDE = 2_000;
/** No letter is legible on a strip narrower than this, in pixels. */
const NARROWEST = 20;

/** Visible characters on a page that is a picture all the same: what a scanner or its program prints below. */
const MARKS = 40;
const TEXT_OBJECT = 1;

/** Whether there is something to see on a page, and hardly a word that could be selected. */
export function isPicture(pdfium: WrappedPdfiumModule, page: number): boolean {
  return showsMoreThanText(pdfium, page) && !hasVisible(pdfium, page, MARKS);
}

function showsMoreThanText(pdfium: WrappedPdfiumModule, page: number): boolean {
  const objects = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < objects; index++) {
    if (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) !== TEXT_OBJECT) return true;
  }
  return false;
}

/** @returns null for a page on which nothing can be read. */
export function pictureOf(pdfium: WrappedPdfiumModule, open: OpenPage, pixels: number): PagePicture | null {
  const { page } = open;
  const [pageWidth, pageHeight] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const longSide = Math.max(pageWidth, pageHeight);
  const wanted = Math.max(DOTS_PER_INCH / POINTS_PER_INCH, LONG_SIDE / longSide);
  const scale = Math.min(wanted, Math.sqrt(pixels / (pageWidth * pageHeight)));
  const [width, height] = [Math.round(pageWidth * scale), Math.round(pageHeight * scale)];
  if (!(width >= NARROWEST && height >= NARROWEST)) return null;
  const dotsPerInch = Math.min(DOTS_PER_INCH, POINTS_PER_INCH * scale);
  return { width, height, scale, dotsPerInch, grey: greyPixels(pdfium, open, width, height) };
}
