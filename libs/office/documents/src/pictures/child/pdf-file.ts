/** A picture as a PDF holds it. */
export interface PdfPicture {
  /** Pixels. */
  readonly columns: number;
  readonly rows: number;
  /** How the bytes are to be understood: entries of its dictionary. */
  readonly form: string;
  readonly bytes: Buffer;
}

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly picture: PdfPicture;
  /** What is drawn; the picture is called /P. */
  readonly content: string;
  /** Entries of the dictionary of resources, beside the picture. */
  readonly resources?: string;
}

const [CATALOG, PAGES] = [1, 2];
const FIRST_FREE = 3;

/** A PDF of which each page has a picture, written page by page as they come: none is kept, however many there are. */
export class PdfFile {
  /** Where each object begins, by its number. */
  private readonly offsets: number[] = [];
  private readonly pages: number[] = [];
  private free = FIRST_FREE;
  size = 0;
  private readonly write: (bytes: Buffer) => void;

  constructor(write: (bytes: Buffer) => void) {
    this.write = write;
    this.put('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
    this.begin(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`);
  }

  /** @returns the number by which others name it. */
  object(body: string): number {
    const id = this.free++;
    this.begin(id, body);
    return id;
  }

  add({ width, height, picture, content, resources = '' }: PdfPage): void {
    const { columns, rows, form, bytes } = picture;
    const image = this.stream(`/Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} ${form}`, bytes);
    const drawn = this.stream('', Buffer.from(content));
    const [box, all] = [[0, 0, width, height].map(pdfNumber).join(' '), `/XObject << /P ${image} 0 R >> ${resources}`];
    const parts = `/MediaBox [${box}] /Resources << ${all} >> /Contents ${drawn} 0 R`;
    this.pages.push(this.object(`<< /Type /Page /Parent ${PAGES} 0 R ${parts} >>`));
  }

  end(): void {
    const kids = this.pages.map((page) => `${page} 0 R`).join(' ');
    this.begin(PAGES, `<< /Type /Pages /Kids [${kids}] /Count ${this.pages.length} >>`);
    const start = this.size;
    const lines = Array.from({ length: this.free - 1 }, (_, index) => {
      return `${String(this.offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`;
    });
    this.put(`xref\n0 ${this.free}\n0000000000 65535 f \n${lines.join('')}`);
    this.put(`trailer\n<< /Size ${this.free} /Root ${CATALOG} 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  }

  private begin(id: number, body: string): void {
    this.offsets[id] = this.size;
    this.put(`${id} 0 obj\n${body}\nendobj\n`);
  }

  private stream(dictionary: string, bytes: Buffer): number {
    const id = this.free++;
    this.offsets[id] = this.size;
    this.put(`${id} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
    this.putBytes(bytes);
    this.put('\nendstream\nendobj\n');
    return id;
  }

  private put(text: string): void {
    this.putBytes(Buffer.from(text, 'latin1'));
  }

  private putBytes(bytes: Buffer): void {
    this.write(bytes);
    this.size += bytes.length;
  }
}

/** PDF knows no exponents. */
export const pdfNumber = (value: number): string => String(Number(value.toFixed(3)));
