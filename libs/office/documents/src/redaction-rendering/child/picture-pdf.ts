import { deflateSync } from 'node:zlib';

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

const [CATALOG, PAGES, FONT] = [1, 2, 3];
const FIRST_OF_PAGES = 4;
const OBJECTS_OF_PAGE = 3;
/** Every letter of this font is as wide. */
const LETTER_WIDTH = 0.6;
const CAPITAL_HEIGHT = 0.6;
/** How much of the black a name fills, and how large it becomes at most, in points. */
const [FILLED, LARGEST] = [0.85, 36];

/**
 * A PDF of pictures alone, written page by page as they come: none is kept, however many there are. Of a document it holds what a
 * camera would see of it, so that nothing has to be taken out.
 */
export class PicturePdf {
  /** Where each object begins. */
  private readonly offsets = new Map<number, number>();
  private pages = 0;
  size = 0;
  private readonly write: (bytes: Buffer) => void;

  constructor(write: (bytes: Buffer) => void) {
    this.write = write;
    this.put('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
    this.object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`);
    this.object(FONT, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>');
  }

  add({ columns, rows, shades, width, height, signs }: PictureOfPage): void {
    const page = FIRST_OF_PAGES + OBJECTS_OF_PAGE * this.pages++;
    const [content, picture] = [page + 1, page + 2];
    const resources = `<< /XObject << /P ${picture} 0 R >> /Font << /F ${FONT} 0 R >> >>`;
    const box = `/MediaBox [0 0 ${number(width)} ${number(height)}]`;
    this.object(page, `<< /Type /Page /Parent ${PAGES} 0 R ${box} /Resources ${resources} /Contents ${content} 0 R >>`);
    const drawn = `q ${number(width)} 0 0 ${number(height)} 0 0 cm /P Do Q\n`;
    this.stream(content, '', Buffer.from(drawn + signs.map((sign) => written(sign, height)).join('')));
    const grey = '/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode';
    const image = `/Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} ${grey}`;
    this.stream(picture, image, deflateSync(shades));
  }

  end(): void {
    const kids = Array.from({ length: this.pages }, (_, index) => `${FIRST_OF_PAGES + OBJECTS_OF_PAGE * index} 0 R`);
    this.object(PAGES, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${this.pages} >>`);
    const start = this.size;
    const objects = FIRST_OF_PAGES + OBJECTS_OF_PAGE * this.pages;
    const lines = Array.from({ length: objects - 1 }, (_, index) => {
      return `${String(this.offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`;
    });
    this.put(`xref\n0 ${objects}\n0000000000 65535 f \n${lines.join('')}`);
    this.put(`trailer\n<< /Size ${objects} /Root ${CATALOG} 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  }

  private object(id: number, body: string): void {
    this.offsets.set(id, this.size);
    this.put(`${id} 0 obj\n${body}\nendobj\n`);
  }

  private stream(id: number, dictionary: string, bytes: Buffer): void {
    this.offsets.set(id, this.size);
    this.put(`${id} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
    this.putBytes(bytes);
    this.put('\nendstream\nendobj\n');
  }

  private put(text: string): void {
    this.putBytes(Buffer.from(text, 'latin1'));
  }

  private putBytes(bytes: Buffer): void {
    this.write(bytes);
    this.size += bytes.length;
  }
}

/** White, in the middle of its area, as large as fits. */
function written({ text, left, top, width, height }: Sign, pageHeight: number): string {
  const size = Math.min(LARGEST, height * FILLED, (width * FILLED) / (LETTER_WIDTH * text.length));
  const across = left + (width - LETTER_WIDTH * size * text.length) / 2;
  const up = pageHeight - top - (height + CAPITAL_HEIGHT * size) / 2;
  const letters = text.replaceAll(/[\\()]/g, String.raw`\$&`);
  return `BT /F ${number(size)} Tf 1 g ${number(across)} ${number(up)} Td (${letters}) Tj ET\n`;
}

/** PDF knows no exponents. */
const number = (value: number): string => String(Number(value.toFixed(3)));
