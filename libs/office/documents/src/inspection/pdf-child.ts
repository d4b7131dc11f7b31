/**
 * The process in which an untrusted PDF is parsed: `node pdf-child <pdf> <pdfium.wasm> <limits as JSON>`. It prints one
 * InspectionResult, or dies in the attempt. It imports nothing of the product but types, so that Node runs it from its
 * source (tests) just as from the built file: whoever starts it takes the file beside itself with its own extension.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { InspectionLimits } from './inspection-limits';
import type { InspectionResult, PdfFacts } from './pdf-facts';

const WASM_PAGE = 65_536;
const POINTER_BYTES = 4;
const PASSWORD_ERRORS = new Set([4, 5]);

class TooManyPages extends Error {}
class Broken extends Error {}
class Encrypted extends Error {}

/** Of the WebAssembly that Node has and the library of types for servers leaves out, what is used here. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** PDFium asks for memory here; refused, it ends the process, which is what a bomb deserves. */
function limitMemory(limit: number): void {
  const { Memory } = Reflect.get(globalThis, 'WebAssembly') as { Memory: { prototype: WasmMemory } };
  const grow: unknown = Reflect.get(Memory.prototype, 'grow');
  if (typeof grow !== 'function') throw new TypeError('no way to limit the memory');
  Memory.prototype.grow = function (this: WasmMemory, pages) {
    if (this.buffer.byteLength + pages * WASM_PAGE > limit) throw new RangeError('memory limit');
    return Number(Reflect.apply(grow, this, [pages]));
  };
}

/** A view of PDFium's memory; it is another one after each growth. */
function heapOf({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> {
  return Reflect.get(pdfium, 'HEAPU8') as Uint8Array<ArrayBuffer>;
}

/** Reads straight into PDFium's memory, so that the file exists once in this process. */
function load(pdfium: WrappedPdfiumModule, path: string): number {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const at = pdfium.pdfium.wasmExports.malloc(size);
  if (at === 0) throw new RangeError('no memory for the file');
  for (let read = 0; read < size;) {
    const count = readSync(file, heapOf(pdfium), at + read, size - read, read);
    if (count === 0) throw new Broken();
    read += count;
  }
  closeSync(file);
  const document = pdfium.FPDF_LoadMemDocument(at, size, '');
  if (document !== 0) return document;
  throw PASSWORD_ERRORS.has(pdfium.FPDF_GetLastError()) ? new Encrypted() : new Broken();
}

function countPages(pdfium: WrappedPdfiumModule, document: number, limit: number): number {
  const pages = pdfium.FPDF_GetPageCount(document);
  if (pages > limit) throw new TooManyPages();
  if (pages < 1) throw new Broken();
  return pages;
}

/** A page that the count promises and the file does not hold makes the whole document broken. */
function sizesOf(pdfium: WrappedPdfiumModule, document: number, pages: number): PdfFacts['pageSizes'] {
  const at = pdfium.pdfium.wasmExports.malloc(2 * POINTER_BYTES);
  return Array.from({ length: pages }, (_, index) => {
    if (!pdfium.FPDF_GetPageSizeByIndexF(document, index, at)) throw new Broken();
    const [width, height] = new Float32Array(heapOf(pdfium).buffer, at, 2);
    return { width: Math.round(Number(width) * 100) / 100, height: Math.round(Number(height) * 100) / 100 };
  });
}

/** `cut`: the page has more than `limit` characters. */
function textOf(
  pdfium: WrappedPdfiumModule,
  document: number,
  index: number,
  limit: number,
): { text: string; cut: boolean } {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new Broken();
  const textPage = pdfium.FPDFText_LoadPage(page);
  const count = Math.max(0, pdfium.FPDFText_CountChars(textPage));
  const taken = Math.min(count, limit);
  const at = pdfium.pdfium.wasmExports.malloc(2 * (taken + 1));
  if (at === 0) throw new RangeError('no memory for the text');
  const written = taken > 0 ? pdfium.FPDFText_GetText(textPage, 0, taken, at) : 0;
  const bytes = heapOf(pdfium).slice(at, at + 2 * Math.max(0, written - 1));
  pdfium.pdfium.wasmExports.free(at);
  pdfium.FPDFText_ClosePage(textPage);
  pdfium.FPDF_ClosePage(page);
  return { text: tidy(Buffer.from(bytes).toString('utf16le')), cut: count > taken };
}

/** So, or by U+0002, PDFium marks a word hyphenated at a line's end: the word is one. */
const HYPHEN = /\u{fffe}\n?/gu;
const CONTROL = /[^\P{Cc}\n\t]|\u{ffff}/gu;

/** What a database and a page can hold: NFC, no broken surrogates, no control characters but tab and line end. */
function tidy(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u0002', '\u{fffe}').replace(HYPHEN, '').replace(CONTROL, '');
  return lines.toWellFormed().normalize('NFC').trim();
}

function textsOf(pdfium: WrappedPdfiumModule, document: number, pages: number, limits: InspectionLimits) {
  const text: string[] = [];
  const end = Date.now() + limits.textMs;
  let left = limits.text;
  let textComplete = true;
  for (let index = 0; index < pages; index++) {
    if (left === 0 || Date.now() > end) {
      textComplete = false;
      text.push('');
      continue;
    }
    const page = textOf(pdfium, document, index, Math.min(left, limits.pageText));
    textComplete &&= !page.cut;
    left = Math.max(0, left - page.text.length);
    text.push(page.text);
  }
  return { text, textComplete, hasText: text.some((page) => page !== '') };
}

function inspect(pdfium: WrappedPdfiumModule, path: string, limits: InspectionLimits): PdfFacts {
  const document = load(pdfium, path);
  const pages = countPages(pdfium, document, limits.pages);
  return {
    pages,
    pageSizes: sizesOf(pdfium, document, pages),
    ...textsOf(pdfium, document, pages, limits),
    signed: pdfium.FPDF_GetSignatureCount(document) > 0,
    hasJavaScript: pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0,
    attachments: Math.max(0, pdfium.FPDFDoc_GetAttachmentCount(document)),
  };
}

function outcomeOf(pdfium: WrappedPdfiumModule, path: string, limits: InspectionLimits): InspectionResult {
  try {
    return { outcome: 'facts', facts: inspect(pdfium, path, limits) };
  } catch (error) {
    if (error instanceof Encrypted) return { outcome: 'encrypted' };
    if (error instanceof TooManyPages) return { outcome: 'too-many-pages' };
    if (error instanceof Broken) return { outcome: 'broken' };
    throw error;
  }
}

function print(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written);
}

async function main([path, wasm, limits]: readonly string[]): Promise<void> {
  if (!path || !wasm || !limits) throw new TypeError('pdf-child <pdf> <pdfium.wasm> <limits>');
  const parsed = JSON.parse(limits) as InspectionLimits;
  const code = new Uint8Array(readFileSync(wasm));
  const pdfium = await init({ wasmBinary: code.buffer, print: () => undefined, printErr: () => undefined });
  pdfium.PDFiumExt_Init();
  limitMemory(parsed.pdfiumBytes);
  // Said before the file is touched: a child that dies without it failed by itself, not by the file.
  print('ready');
  print(JSON.stringify(outcomeOf(pdfium, path, parsed)));
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
