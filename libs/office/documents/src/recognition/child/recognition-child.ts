/**
 * The process in which the pages of scans are read: `node recognition-child <pdf> <pdfium.wasm> <bytes> <tesseract.wasm>
 * <bytes> <pixels> <pages> <english> <hindi>`. For each line of its input, a RecognitionJob, it prints one LookResult or
 * PageResult, or dies in the attempt. `look` opens the PDF that lies at that path by then; pages are those of the last one.
 * Beyond its folder and the inspection's it imports nothing of the product but types, so that Node runs it from its source.
 */
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type OwnPdfium, Pdfiums } from '../../inspection/child/own-pdfium.ts';
import { textOfPage } from '../../inspection/child/page-text.ts';
import type { PageWithText } from '../../inspection';
import type { LookResult, PageResult, RecognitionJob } from '../recognised-text';
import { isPicture, pictureOf } from './page-picture.ts';
import { Tesseract } from './tesseract.ts';

/** A page of which more is written is no letter; nor is a document. */
const MOST_SIGNS_OF_A_PAGE = 20_000;
const MOST_SIGNS = 500_000;

interface Opened {
  readonly pdfium: OwnPdfium;
  readonly file: number;
  readonly document: number;
}

/** Where the PDF lies, how much of it is read, and how what reads it is made. */
interface Made {
  readonly path: string;
  readonly pixels: number;
  readonly pages: number;
  readonly pdfiums: Pdfiums;
  readonly newTesseract: () => Promise<Tesseract>;
}

class Reader {
  private opened: Opened | undefined;
  private tesseract: Tesseract | undefined;
  private readonly made: Made;

  constructor(made: Made) {
    this.made = made;
  }

  async look(): Promise<LookResult> {
    this.close();
    const pdfium = await this.made.pdfiums.next();
    const file = openSync(this.made.path, 'r');
    const document = pdfium.load(file, fstatSync(file).size);
    this.opened = { pdfium, file, document };
    return document === 0 ? { outcome: 'unreadable' } : { outcome: 'looked', ...this.pagesOf(this.opened) };
  }

  async read(number: number): Promise<PageResult> {
    if (!this.opened) return { outcome: 'unreadable' };
    const { pdfium, document } = this.opened;
    const page = pdfium.api.FPDF_LoadPage(document, number - 1);
    if (page === 0) return { outcome: 'unreadable' };
    const picture = pictureOf(pdfium.api, { document, page }, this.made.pixels);
    pdfium.api.FPDF_ClosePage(page);
    if (!picture) return { outcome: 'unreadable' };
    this.tesseract ??= await this.made.newTesseract();
    return { outcome: 'read', ...this.tesseract.read(picture) };
  }

  private pagesOf({ pdfium: { api }, document }: Opened): { scans: number[]; own: PageWithText[] } {
    const [scans, own]: [number[], PageWithText[]] = [[], []];
    let signs = MOST_SIGNS;
    const pages = api.FPDF_GetPageCount(document);
    for (let index = 0; index < pages && scans.length + own.length < this.made.pages; index++) {
      const page = api.FPDF_LoadPage(document, index);
      if (page === 0) continue;
      if (isPicture(api, page)) scans.push(index + 1);
      else if (signs > 0) {
        const text = textOfPage(api, page, Math.min(signs, MOST_SIGNS_OF_A_PAGE));
        if (text !== '') own.push({ page: index + 1, text });
        signs -= text.length;
      }
      api.FPDF_ClosePage(page);
    }
    return { scans, own };
  }

  private close(): void {
    if (!this.opened) return;
    closeSync(this.opened.file);
    this.opened = undefined;
  }
}

function print(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written);
}

async function main(parameters: readonly string[]): Promise<void> {
  const [path, pdfiumWasm, pdfiumBytes, tesseractWasm, tesseractBytes, pixels, pages, ...languages] = parameters;
  if (!path || !pdfiumWasm || !tesseractWasm || languages.length < 2) throw new TypeError('recognition-child …');
  const pdfiums = await Pdfiums.start(readFileSync(pdfiumWasm), Number(pdfiumBytes));
  const newTesseract = () => Tesseract.start(tesseractWasm, languages, Number(tesseractBytes));
  const made = { path, pixels: Number(pixels), pages: Number(pages), pdfiums, newTesseract };
  const reader = new Reader(made);
  // Said before any file is touched: a child that dies without it failed by itself, not by a file.
  print('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const job = JSON.parse(line) as RecognitionJob;
    print(JSON.stringify('page' in job ? await reader.read(job.page) : await reader.look()));
  }
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
