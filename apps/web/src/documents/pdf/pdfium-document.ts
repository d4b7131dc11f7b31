import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { RecognisedPage } from '@patravali/contract';
import { readCharacters } from './characters';
import { findWords } from './find-words';
import { FormFields, RENDER_ANNOTATIONS } from './form-fields';
import { type Box, PageGeometry, type PageSize } from './page-geometry';
import { RecognisedText } from './recognised-text';
import { readRuns, type TextRun, wordsOf } from './text-runs';

export interface Hit {
  /** Counted from 0. */
  page: number;
  boxes: Box[];
}

export interface Picture {
  width: number;
  height: number;
  /** RGBA, 4 bytes a pixel. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

const BGRA = 4;
const DOUBLE_BYTES = 8;
const FLOAT_BYTES = 4;
const MAX_HITS = 500;

/** A PDF opened in PDFium. `close` gives its memory back; nothing may be asked afterwards. */
export class PdfiumDocument {
  readonly pages: PageSize[];
  private readonly recognised = new Map<number, RecognisedText>();
  private readonly fields: FormFields;

  private constructor(
    private readonly pdfium: WrappedPdfiumModule,
    private readonly bytes: number,
    private readonly document: number,
  ) {
    this.fields = new FormFields(pdfium, document);
    this.pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, page) => this.size(page));
  }

  /** Throws when PDFium cannot read the bytes. */
  static open(pdfium: WrappedPdfiumModule, content: Uint8Array): PdfiumDocument {
    const bytes = pdfium.pdfium.wasmExports.malloc(content.length);
    pdfium.pdfium.HEAPU8.set(content, bytes);
    const document = pdfium.FPDF_LoadMemDocument(bytes, content.length, '');
    if (document === 0) {
      pdfium.pdfium.wasmExports.free(bytes);
      throw new Error('unreadable');
    }
    return new PdfiumDocument(pdfium, bytes, document);
  }

  /** `scale` is in pixels a point. */
  picture(index: number, scale: number): Picture {
    const { pdfium } = this;
    const size = this.pageSize(index);
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    return this.withPage(index, (page) => {
      const bitmap = pdfium.FPDFBitmap_Create(width, height, 1);
      try {
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS);
        this.fields.draw(page, bitmap, { width, height });
        const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
        const pixels = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(start, start + width * height * BGRA).buffer);
        swapRedAndBlue(pixels);
        return { width, height, pixels };
      } finally {
        pdfium.FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  runs(index: number): TextRun[] {
    return [...this.ownRuns(index), ...(this.recognised.get(index)?.runs ?? [])];
  }

  /** Text that was read on pages that are pictures: from now on it is the pages' text. */
  addRecognised(pages: readonly RecognisedPage[]): void {
    for (const page of pages) {
      const index = page.page - 1;
      if (index < this.pages.length) this.recognised.set(index, new RecognisedText(page, this.ownRuns(index)));
    }
  }

  private ownRuns(index: number): TextRun[] {
    return this.withText(index, (text, geometry) => readRuns(this.pdfium, text, geometry));
  }

  /** All of its words, page after page. */
  words(): string {
    return this.pages.map((_, index) => wordsOf(this.runs(index))).join('');
  }

  find(words: string): Hit[] {
    const hits: Hit[] = [];
    for (let page = 0; page < this.pages.length && hits.length < MAX_HITS; page += 1)
      for (const boxes of [...this.findOnPage(page, words), ...(this.recognised.get(page)?.find(words) ?? [])])
        hits.push({ page, boxes });
    return hits;
  }

  close(): void {
    this.fields.close();
    this.pdfium.FPDF_CloseDocument(this.document);
    this.pdfium.pdfium.wasmExports.free(this.bytes);
  }

  private findOnPage(index: number, words: string): Box[][] {
    const { pdfium } = this;
    return this.withText(index, (text, geometry) =>
      findWords(readCharacters(pdfium, text), words).map(({ start, count }) =>
        this.boxesOf(text, start, count, geometry),
      ),
    );
  }

  private boxesOf(text: number, start: number, count: number, geometry: PageGeometry): Box[] {
    const { pdfium } = this;
    const sides = pdfium.pdfium.wasmExports.malloc(4 * DOUBLE_BYTES);
    const at = (nth: number) => sides + nth * DOUBLE_BYTES;
    const side = (nth: number) => pdfium.pdfium.getValue(at(nth), 'double');
    const boxes: Box[] = [];
    const rectangles = pdfium.FPDFText_CountRects(text, start, count);
    for (let nth = 0; nth < rectangles; nth += 1) {
      pdfium.FPDFText_GetRect(text, nth, at(0), at(1), at(2), at(3));
      boxes.push(geometry.box({ left: side(0), top: side(1), right: side(2), bottom: side(3) }));
    }
    pdfium.pdfium.wasmExports.free(sides);
    return boxes;
  }

  /** Without reading the page's content: a file of a thousand pages opens as fast as one of ten. */
  private size(index: number): PageSize {
    const { pdfium } = this.pdfium;
    const size = pdfium.wasmExports.malloc(2 * FLOAT_BYTES);
    this.pdfium.FPDF_GetPageSizeByIndexF(this.document, index, size);
    const [width, height] = [pdfium.getValue(size, 'float'), pdfium.getValue(size + FLOAT_BYTES, 'float')];
    pdfium.wasmExports.free(size);
    return { width, height };
  }

  private pageSize(index: number): PageSize {
    const size = this.pages[index];
    if (!size) throw new RangeError(`no page ${index}`);
    return size;
  }

  private withPage<T>(index: number, read: (page: number) => T): T {
    const page = this.pdfium.FPDF_LoadPage(this.document, index);
    try {
      return read(page);
    } finally {
      this.pdfium.FPDF_ClosePage(page);
    }
  }

  private withText<T>(index: number, read: (text: number, geometry: PageGeometry) => T): T {
    return this.withPage(index, (page) => {
      const text = this.pdfium.FPDFText_LoadPage(page);
      const geometry = new PageGeometry(this.pdfium, page, this.pageSize(index));
      try {
        return read(text, geometry);
      } finally {
        geometry.release();
        this.pdfium.FPDFText_ClosePage(text);
      }
    });
  }
}

function swapRedAndBlue(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += BGRA) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
}
