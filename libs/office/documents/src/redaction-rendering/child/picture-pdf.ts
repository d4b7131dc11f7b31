import { deflateSync } from 'node:zlib';
import { PdfFile, pdfNumber } from '../../pictures/child/pdf-file.ts';

/** A page of the copy: what it looks like, and nothing else. */
export interface PictureOfPage {
  /** Pixels. */
  readonly columns: number;
  readonly rows: number;
  /** Shades of grey, two pixels a byte, each row from a byte of its own. */
  readonly shades: Buffer;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** What is written on the black, in points from the top left corner. */
  readonly signs: readonly Sign[];
}

/** A name in the middle of a black area. */
export interface Sign {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Every letter of this font is as wide. */
const LETTER_WIDTH = 0.6;
const CAPITAL_HEIGHT = 0.6;
/** How much of the black a name fills, and how large it becomes at most, in points. */
const [FILLED, LARGEST] = [0.85, 36];

/** A PDF of pictures alone: of a document it holds what a camera would see of it, so that nothing has to be taken out. */
export class PicturePdf {
  private readonly file: PdfFile;
  private readonly font: number;

  constructor(write: (bytes: Buffer) => void) {
    this.file = new PdfFile(write);
    this.font = this.file.object('<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>');
  }

  get size(): number {
    return this.file.size;
  }

  add({ columns, rows, shades, width, height, signs }: PictureOfPage): void {
    const drawn = `q ${pdfNumber(width)} 0 0 ${pdfNumber(height)} 0 0 cm /P Do Q\n`;
    this.file.add({
      width,
      height,
      picture: {
        columns,
        rows,
        form: '/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode',
        bytes: deflateSync(shades),
      },
      content: drawn + signs.map((sign) => written(sign, height)).join(''),
      resources: `/Font << /F ${this.font} 0 R >>`,
    });
  }

  end(): void {
    this.file.end();
  }
}

/** White, in the middle of its area, as large as fits. */
function written({ text, left, top, width, height }: Sign, pageHeight: number): string {
  const size = Math.min(LARGEST, height * FILLED, (width * FILLED) / (LETTER_WIDTH * text.length));
  const across = left + (width - LETTER_WIDTH * size * text.length) / 2;
  const up = pageHeight - top - (height + CAPITAL_HEIGHT * size) / 2;
  const letters = text.replaceAll(/[\\()]/g, String.raw`\$&`);
  return `BT /F ${pdfNumber(size)} Tf 1 g ${pdfNumber(across)} ${pdfNumber(up)} Td (${letters}) Tj ET\n`;
}
