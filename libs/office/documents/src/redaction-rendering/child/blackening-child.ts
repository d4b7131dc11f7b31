/**
 * The process in which the pages of a document are copied as pictures, with areas made black: `node blackening-child <pdf> <copy>
 * <pdfium.wasm> <bytes> <pixels> <pages> <bytes of the copy>`. For each line of its input, a BlackeningJob, it prints one
 * BlackeningResult, or dies in the attempt. What PDFium knows of the document stays in PDFium's memory: only pixels are taken out of
 * it, and the copy is made of them. Beyond its folder and the inspection's it imports nothing of the product but types, so that
 * Node runs it from its source.
 */
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type OwnPdfium, Pdfiums } from '../../inspection/child/own-pdfium.ts';
import type { BlackeningJob, BlackeningResult, PageToBlacken } from '../blackened-page';
import { blackened, Outside, Undrawable } from './black-page.ts';
import { PicturePdf } from './picture-pdf.ts';

const PASSWORD_ERRORS = new Set([4, 5]);

interface Limits {
  readonly pixels: number;
  readonly pages: number;
  readonly copyBytes: number;
}

/** Copies one document. */
class Copier {
  private document = 0;
  private readonly copy: PicturePdf;
  private readonly file: number;
  private readonly written: number;
  private readonly pdfium: OwnPdfium;
  private readonly limits: Limits;

  constructor(pdfium: OwnPdfium, [path, output]: readonly [string, string], limits: Limits) {
    this.pdfium = pdfium;
    this.limits = limits;
    this.file = openSync(path, 'r');
    const written = openSync(output, 'wx', 0o600);
    this.written = written;
    this.copy = new PicturePdf((bytes) => writeAll(written, bytes));
  }

  open(): BlackeningResult {
    const { api } = this.pdfium;
    this.document = this.pdfium.load(this.file, fstatSync(this.file).size);
    if (this.document === 0) return { outcome: PASSWORD_ERRORS.has(api.FPDF_GetLastError()) ? 'encrypted' : 'broken' };
    const pages = api.FPDF_GetPageCount(this.document);
    if (pages < 1) return { outcome: 'broken' };
    return pages > this.limits.pages ? { outcome: 'too-much' } : { outcome: 'opened', pages };
  }

  add(number: number, job: PageToBlacken): BlackeningResult {
    const { api } = this.pdfium;
    const page = this.document === 0 ? 0 : api.FPDF_LoadPage(this.document, number - 1);
    if (page === 0) return { outcome: 'broken' };
    try {
      this.copy.add(blackened(api, { document: this.document, page }, job, this.limits.pixels));
    } catch (error) {
      if (error instanceof Undrawable) return { outcome: 'broken' };
      if (error instanceof Outside) return { outcome: 'outside' };
      throw error;
    } finally {
      api.FPDF_ClosePage(page);
    }
    return { outcome: this.copy.size > this.limits.copyBytes ? 'too-much' : 'copied' };
  }

  end(): BlackeningResult {
    this.copy.end();
    closeSync(this.written);
    closeSync(this.file);
    return { outcome: 'ended' };
  }
}

function resultOf(copier: Copier, job: BlackeningJob): BlackeningResult {
  if ('open' in job) return copier.open();
  return 'page' in job ? copier.add(job.page, job) : copier.end();
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

async function main([path, output, wasm, pdfiumBytes, ...limits]: readonly string[]): Promise<void> {
  const [pixels, pages, copyBytes] = limits.map(Number);
  if (!path || !output || !wasm || !pixels || !pages || !copyBytes) throw new TypeError('blackening-child …');
  const pdfiums = await Pdfiums.start(readFileSync(wasm), Number(pdfiumBytes));
  const copier = new Copier(await pdfiums.next(), [path, output], { pixels, pages, copyBytes });
  // Said before the document is parsed: a child that dies without it failed by itself, not by the document.
  writeAll(1, Buffer.from('ready\n'));
  for await (const line of createInterface({ input: process.stdin })) {
    const result = resultOf(copier, JSON.parse(line) as BlackeningJob);
    writeAll(1, Buffer.from(`${JSON.stringify(result)}\n`));
  }
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
