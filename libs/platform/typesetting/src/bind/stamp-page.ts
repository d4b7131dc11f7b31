import { degrees, type PDFEmbeddedPage, PDFName, PDFOperator, PDFOperatorNames, type PDFPage } from 'pdf-lib';
import type { Area } from './links';

/** Distance from the edges, in points. */
const MARGIN = 14;
/** What printers fit a page to, in points: a stamp on a larger page grows, so that it is as large on this paper. */
const A4 = [595, 842] as const;
/** A stamp never takes more of the width of a small page than this. */
const WIDEST_SHARE = 0.4;

/** The line at the foot takes nearly all of it. */
const WIDEST_FOOT = 0.94;
/** Distance of the foot from the edge, in points. */
const FOOT_MARGIN = 6;

/** Puts a stamp at the top right as a reader sees the page, whatever its rotation, size and origin. Answers what it covers. */
export function stampTopRight(page: PDFPage, stamp: PDFEmbeddedPage): Area {
  const { width, height } = seenSize(page);
  const scale = scaleFor(page, stamp);
  return draw(
    page,
    stamp,
    scale,
    width - MARGIN * scale - stamp.width * scale,
    height - MARGIN * scale - stamp.height * scale,
  );
}

export function stampTopLeft(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { height } = seenSize(page);
  const scale = scaleFor(page, stamp);
  draw(page, stamp, scale, MARGIN * scale, height - MARGIN * scale - stamp.height * scale);
}

/** In the middle of the lower edge. */
export function stampBottom(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const scale = scaleFor(page, stamp, WIDEST_FOOT);
  draw(page, stamp, scale, (seenSize(page).width - stamp.width * scale) / 2, FOOT_MARGIN * scale);
}

function scaleFor(page: PDFPage, stamp: PDFEmbeddedPage, widestShare = WIDEST_SHARE): number {
  const { width, height } = seenSize(page);
  const asPrinted = Math.max(1, Math.min(width, height) / A4[0], Math.max(width, height) / A4[1]);
  return Math.min(asPrinted, (width * widestShare) / stamp.width);
}

/** Clockwise turn of the page in degrees: 0, 90, 180 or 270. */
const turn = (page: PDFPage): number => ((page.getRotation().angle % 360) + 360) % 360;

function seenSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox();
  return turn(page) % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Takes the place as it is seen, from the bottom left, and draws there on the turned page. */
function draw(page: PDFPage, stamp: PDFEmbeddedPage, scale: number, across: number, up: number): Area {
  const { x, y, width, height } = page.getCropBox();
  const angle = turn(page);
  const places: Readonly<Record<number, { x: number; y: number }>> = {
    90: { x: x + width - up, y: y + across },
    180: { x: x + width - across, y: y + height - up },
    270: { x: x + up, y: y + height - across },
  };
  const place = places[angle] ?? { x: x + across, y: y + up };
  // No part of what the page says: readers of a screen leave it out.
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
  page.drawPage(stamp, { ...place, xScale: scale, yScale: scale, rotate: degrees(angle) });
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const [wide, high] = [stamp.width * scale, stamp.height * scale];
  const far = { x: place.x + wide * cos - high * sin, y: place.y + wide * sin + high * cos };
  return [Math.min(place.x, far.x), Math.min(place.y, far.y), Math.max(place.x, far.x), Math.max(place.y, far.y)];
}
