import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { pagePixels } from '../../../libs/platform/typesetting/test/pdf-text';
import { aRawPdf } from './hostile-pdfs';

const BYTES_A_PIXEL = 4;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';

/** A page of a scan: shades of grey, a byte a pixel, packed with deflate; and its size in points. */
export interface ScannedPage {
  readonly width: number;
  readonly height: number;
  readonly packed: Buffer;
  readonly points: readonly [width: number, height: number];
}

/** The pages of a PDF as a scanner at 144 dots an inch sees them: pictures, without a letter of text. */
export async function scanned(pdf: Uint8Array): Promise<ScannedPage[]> {
  const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPages();
  return (await pagePixels(pdf)).map((pixels, index) => {
    const { width: across = 0, height: down = 0 } = pages[index]?.getSize() ?? {};
    const [width, height] = [Math.round(2 * across), Math.round(2 * down)];
    const grey = Buffer.alloc(width * height);
    for (let at = 0; at < grey.length; at++) grey[at] = pixels[at * BYTES_A_PIXEL + 1] ?? 0;
    return { width, height, packed: deflateSync(grey), points: [across, down] };
  });
}

/** The same sheet, laid into the scanner the wrong way round. */
export const upsideDown = (page: ScannedPage): ScannedPage => ({
  ...page,
  packed: deflateSync(inflateSync(page.packed).reverse()),
});

/** A PDF of pictures, one a page. */
export function aScan(pages: readonly ScannedPage[]): Buffer {
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  return aRawPdf([
    CATALOG,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap(({ width, height, packed, points: [across, down] }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents ${4 + 3 * index} 0 R
         /Resources << /XObject << /I ${5 + 3 * index} 0 R >> >> >>`,
      { dictionary: '', stream: Buffer.from(`q ${across} 0 0 ${down} 0 0 cm /I Do Q`) },
      {
        dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8
          /ColorSpace /DeviceGray /Filter /FlateDecode`,
        stream: packed,
      },
    ]),
  ]);
}

/** A page whose picture says that it is so large, and holds next to nothing. */
export const hugePage = (side: number): ScannedPage => ({
  width: side,
  height: side,
  points: [595, 842] as const,
  packed: deflateSync(Buffer.alloc(1024 * 1024)),
});

/** A page whose picture is no picture. */
export const brokenPage = (): ScannedPage => ({
  width: 900,
  height: 900,
  points: [595, 842] as const,
  packed: Buffer.from('no deflate at all'),
});

/** Dots of black and white everywhere: more letters, for who looks for them, than any page has. */
export function noisyPage(side: number): ScannedPage {
  let seed = 1;
  const noise = Buffer.alloc(side * side);
  for (let at = 0; at < noise.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = seed >>> 24 > 127 ? 255 : 0;
  }
  return { width: side, height: side, packed: deflateSync(noise), points: [595, 842] };
}
