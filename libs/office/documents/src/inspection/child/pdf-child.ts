/**
 * The process in which untrusted PDFs are parsed: `node pdf-child <pdf> <pdfium.wasm> <bytes that PDFium may take>`. For each
 * line of its input, an InspectionJob, it reads the PDF that lies at that path by then and prints one InspectionResult, or dies
 * in the attempt. Each document gets a PDFium of its own: what one does to it ends with it. Beyond its folder
 * it imports nothing of the product but types, so that Node runs it from its source (tests) just as from the built file:
 * whoever starts it takes the file with its own extension.
 */
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { ActiveContent } from '@patravali/contract';
import type { InspectionJob, InspectionResult, PdfFacts } from '../pdf-facts';
import { type OwnPdfium, Pdfiums } from './own-pdfium.ts';
import { hasVisible, textOfPage } from './page-text.ts';
import { PdfNames, UnlikeACopy } from './pdf-names.ts';

const PASSWORD_ERRORS = new Set([4, 5]);

class TooManyPages extends Error {}
class Broken extends Error {}
class Encrypted extends Error {}
class TooComplex extends Error {}

/** To be called again and again: throws when reading took more processor time than the size of the file warrants. */
type Worked = () => void;
function watchWork({ workMs }: InspectionJob): Worked {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > workMs) throw new TooComplex();
  };
}

function load(pdfium: OwnPdfium, file: number): number {
  const document = pdfium.load(file, fstatSync(file).size);
  if (document !== 0) return document;
  throw PASSWORD_ERRORS.has(pdfium.api.FPDF_GetLastError()) ? new Encrypted() : new Broken();
}

function countPages(pdfium: WrappedPdfiumModule, document: number, limit: number): number {
  const pages = pdfium.FPDF_GetPageCount(document);
  if (pages > limit) throw new TooManyPages();
  if (pages < 1) throw new Broken();
  return pages;
}

/** Reads every page: one that the count promises and the file does not hold makes the whole document broken. */
function findText(pdfium: WrappedPdfiumModule, document: number, pages: number, worked: Worked): boolean {
  let found = false;
  for (let index = 0; index < pages; index++) {
    worked();
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) throw new Broken();
    found ||= hasVisible(pdfium, page, 1);
    pdfium.FPDF_ClosePage(page);
  }
  return found;
}

/** On these pages a letter says who sends it, and what it is about. */
const FIRST_PAGES = 2;
/** What is longer says nothing more of that. */
const MOST_SIGNS = 6_000;

function textOf(pdfium: WrappedPdfiumModule, document: number, pages: number, worked: Worked): PdfFacts['text'] {
  const numbers = new Set([...Array(Math.min(FIRST_PAGES, pages)).keys(), pages - 1]);
  return [...numbers].flatMap((index) => {
    worked();
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = textOfPage(pdfium, page, MOST_SIGNS);
    pdfium.FPDF_ClosePage(page);
    return text === '' ? [] : [{ page: index + 1, text }];
  });
}

/** By which names in its objects a PDF is known to carry what. */
const TELLING: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'javascript',
  JS: 'javascript',
  Launch: 'launch',
  XFA: 'xfa',
  EmbeddedFile: 'attachment',
  EmbeddedFiles: 'attachment',
  FileAttachment: 'attachment',
  SubmitForm: 'submit',
  ImportData: 'submit',
  URI: 'link',
  GoToR: 'link',
  GoToE: 'link',
  RichMedia: 'media',
  Movie: 'media',
  Sound: 'media',
  Rendition: 'media',
};

/** A copy may be much larger than a file that is packed well; one that is larger than this is no letter. */
const LARGEST_COPY = 512 * 1024 * 1024;

/**
 * PDFium has no call for most of it, so the names are looked for in a copy that it writes: there every object stands in
 * clear, out of object streams and encryption, with no disguise in its names.
 */
function activeOf(pdfium: OwnPdfium, document: number, worked: Worked): PdfFacts['active'] {
  const found = new Set<ActiveContent>();
  const names = new PdfNames((name) => {
    const active = TELLING[name];
    if (active) found.add(active);
  });
  let length = 0;
  const isWritten = pdfium.save(document, (piece) => {
    worked();
    length += piece.length;
    if (length > LARGEST_COPY) throw new RangeError('the copy is too large');
    names.take(piece);
  });
  if (!isWritten) throw new Broken();
  if (pdfium.api.FPDFDoc_GetAttachmentCount(document) > 0) found.add('attachment');
  if (pdfium.api.FPDFDoc_GetJavaScriptActionCount(document) > 0) found.add('javascript');
  return [...found].sort();
}

function inspect(pdfium: OwnPdfium, file: number, job: InspectionJob): PdfFacts {
  const worked = watchWork(job);
  const document = load(pdfium, file);
  const pages = countPages(pdfium.api, document, job.pages);
  const hasText = findText(pdfium.api, document, pages, worked);
  const text = job.text && hasText ? { text: textOf(pdfium.api, document, pages, worked) } : {};
  return { pages, hasText, active: activeOf(pdfium, document, worked), ...text };
}

function outcomeOf(pdfium: OwnPdfium, path: string, job: InspectionJob): InspectionResult {
  const file = openSync(path, 'r');
  try {
    return { outcome: 'facts', facts: inspect(pdfium, file, job) };
  } catch (error) {
    if (error instanceof Encrypted) return { outcome: 'encrypted' };
    if (error instanceof TooManyPages) return { outcome: 'too-many-pages' };
    if (error instanceof TooComplex) return { outcome: 'too-complex' };
    if (error instanceof Broken || error instanceof UnlikeACopy) return { outcome: 'broken' };
    throw error;
  } finally {
    closeSync(file);
  }
}

function print(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written);
}

async function main([path, wasm, pdfiumBytes]: readonly string[]): Promise<void> {
  if (!path || !wasm || !pdfiumBytes) throw new TypeError('pdf-child <pdf> <pdfium.wasm> <bytes>');
  const pdfiums = await Pdfiums.start(readFileSync(wasm), Number(pdfiumBytes));
  // Said before any file is touched: a child that dies without it failed by itself, not by a file.
  print('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    print(JSON.stringify(outcomeOf(await pdfiums.next(), path, JSON.parse(line) as InspectionJob)));
    await pdfiums.prepare();
  }
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
