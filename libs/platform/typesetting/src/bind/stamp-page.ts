import { degrees, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib';

/** Distance from the edges, in points. */
const MARGIN = 14;
/** A stamp never takes more of the width of a small page than this. */
const WIDEST_SHARE = 0.4;

/** Puts a stamp at the top right as a reader sees the page, whatever its rotation, size and origin. */
export function stampTopRight(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { width, height } = seenSize(page);
  const scale = scaleFor(width, stamp);
  draw(
    page,
    stamp,
    scale,
    width - MARGIN * scale - stamp.width * scale,
    height - MARGIN * scale - stamp.height * scale,
  );
}

export function stampTopLeft(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { width, height } = seenSize(page);
  const scale = scaleFor(width, stamp);
  draw(page, stamp, scale, MARGIN * scale, height - MARGIN * scale - stamp.height * scale);
}

const scaleFor = (width: number, stamp: PDFEmbeddedPage): number => Math.min(1, (width * WIDEST_SHARE) / stamp.width);

/** Clockwise turn of the page in degrees: 0, 90, 180 or 270. */
const turn = (page: PDFPage): number => ((page.getRotation().angle % 360) + 360) % 360;

function seenSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox();
  return turn(page) % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Takes the place as it is seen, from the bottom left, and draws there on the turned page. */
function draw(page: PDFPage, stamp: PDFEmbeddedPage, scale: number, across: number, up: number): void {
  const { x, y, width, height } = page.getCropBox();
  const angle = turn(page);
  const places: Readonly<Record<number, { x: number; y: number }>> = {
    90: { x: x + width - up, y: y + across },
    180: { x: x + width - across, y: y + height - up },
    270: { x: x + up, y: y + height - across },
  };
  const place = places[angle] ?? { x: x + across, y: y + up };
  page.drawPage(stamp, { ...place, xScale: scale, yScale: scale, rotate: degrees(angle) });
}
