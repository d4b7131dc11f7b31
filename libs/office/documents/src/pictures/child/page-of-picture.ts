import type { PictureFormat } from '../picture-result';
import { type PdfPage, pdfNumber, type PdfPicture } from './pdf-file.ts';
import { type PictureHeader, UnfitPicture } from './picture.ts';
import { plainSpace, pngPicture } from './png-picture.ts';
import { isJpeg, readJpeg } from './read-jpeg.ts';
import { isPng, readPng } from './read-png.ts';

const POINTS_PER_INCH = 72;
const A4 = { short: 595.28, long: 841.89 };
/** A camera says 72, which means nothing; a scanner is not set to less than 100. */
const LEAST_RESOLUTION = 100;
/** Of A2: what would be larger than that was not scanned at the resolution that it says. */
const LONGEST_PAGE = 1684;
const FIRST_SIDEWAYS = 5;

/** Where the sides of the picture lie on its page of w × h, by orientation: the six numbers of ISO 32000-1, 8.3.4. */
const PLACES: readonly ((w: number, h: number) => readonly number[])[] = [
  (w, h) => [w, 0, 0, h, 0, 0],
  (w, h) => [-w, 0, 0, h, w, 0],
  (w, h) => [-w, 0, 0, -h, w, h],
  (w, h) => [w, 0, 0, -h, 0, h],
  (w, h) => [0, -h, -w, 0, w, h],
  (w, h) => [0, -h, w, 0, 0, h],
  (w, h) => [0, h, w, 0, 0, 0],
  (w, h) => [0, h, -w, 0, w, 0],
];

/** A page that shows the picture. The bytes of a JPEG, and as a rule the rows of a PNG, stand in it as they came. @throws UnfitPicture */
export async function pageOfPicture(bytes: Buffer): Promise<{ format: PictureFormat; page: PdfPage }> {
  if (isJpeg(bytes)) {
    const header = readJpeg(bytes);
    const form = `/ColorSpace ${plainSpace(header)} /BitsPerComponent 8 /Filter /DCTDecode`;
    return { format: 'jpeg', page: pageWith({ columns: header.width, rows: header.height, form, bytes }, header) };
  }
  if (!isPng(bytes)) throw new UnfitPicture('not-picture');
  const png = readPng(bytes);
  return { format: 'png', page: pageWith(await pngPicture(png), png) };
}

function pageWith(picture: PdfPicture, header: PictureHeader): PdfPage {
  const [width, height] = pageSize(header);
  const place = (PLACES[header.orientation - 1] ?? PLACES[0])?.(width, height) ?? [];
  return { width, height, picture, content: `q ${place.map(pdfNumber).join(' ')} cm /P Do Q\n` };
}

/** As it lay in the scanner; a photograph as large as fits on A4. */
function pageSize({ width, height, resolution, orientation }: PictureHeader): [number, number] {
  const isSideways = orientation >= FIRST_SIDEWAYS;
  const size = scanned(width, height, resolution) ?? fitted(width, height);
  return isSideways ? [size[1], size[0]] : size;
}

function scanned(width: number, height: number, resolution: PictureHeader['resolution']): [number, number] | null {
  if (!resolution || Math.min(resolution.x, resolution.y) < LEAST_RESOLUTION) return null;
  const size: [number, number] = [(width / resolution.x) * POINTS_PER_INCH, (height / resolution.y) * POINTS_PER_INCH];
  return Math.max(...size) > LONGEST_PAGE ? null : size;
}

function fitted(width: number, height: number): [number, number] {
  const scale = Math.min(A4.long / Math.max(width, height), A4.short / Math.min(width, height));
  return [width * scale, height * scale];
}
