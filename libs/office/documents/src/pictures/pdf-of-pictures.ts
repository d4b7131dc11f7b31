import { PDFDocument, PDFHexString, type PDFRef } from 'pdf-lib';
import { type PictureHeader, UnfitPicture } from './picture';
import { isJpeg, readJpeg } from './read-jpeg';
import { isPng, type Png, readPng } from './read-png';

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

/**
 * One page for each picture, in their order. What a JPEG or PNG packs stands in the PDF byte by byte: nothing is decoded, so it costs
 * no more than a copy. @throws UnfitPicture
 */
export async function pdfOfPictures(pictures: readonly Buffer[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of pictures) {
    const { header, image } = embed(document, bytes);
    const [width, height] = pageSize(header);
    const page = document.addPage([width, height]);
    const place = (PLACES[header.orientation - 1] ?? PLACES[0])?.(width, height) ?? [];
    const name = page.node.newXObject('Picture', image);
    const numbers = place.map((each) => each.toFixed(3)).join(' ');
    const content = document.context.stream(`q ${numbers} cm ${name.toString()} Do Q`);
    page.node.addContentStream(document.context.register(content));
  }
  return await document.save({ addDefaultPage: false });
}

function embed(document: PDFDocument, bytes: Buffer): { header: PictureHeader; image: PDFRef } {
  const { context } = document;
  if (isJpeg(bytes)) {
    const header = readJpeg(bytes);
    const form = { BitsPerComponent: 8, ColorSpace: colours(header), Filter: 'DCTDecode' };
    return { header, image: context.register(context.stream(bytes, { ...sides(header), ...form })) };
  }
  if (!isPng(bytes)) throw new UnfitPicture('not-picture');
  const header = readPng(bytes);
  const { bits, width, components, rows } = header;
  const DecodeParms = { Predictor: 15, Colors: components, BitsPerComponent: bits, Columns: width };
  const form = { BitsPerComponent: bits, ColorSpace: pngColours(header), Filter: 'FlateDecode', DecodeParms };
  return { header, image: context.register(context.stream(rows, { ...sides(header), ...form })) };
}

const sides = ({ width, height }: PictureHeader) => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
});

const colours = ({ components }: PictureHeader) => (components === 1 ? 'DeviceGray' : 'DeviceRGB');

function pngColours(png: Png) {
  const BYTES_OF_COLOUR = 3;
  if (!png.palette) return colours(png);
  const last = Math.floor(png.palette.length / BYTES_OF_COLOUR) - 1;
  return ['Indexed', 'DeviceRGB', last, PDFHexString.of(png.palette.toString('hex'))];
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
