/**
 * The process in which an untrusted PDF is parsed: `node pdf-child <pdf> <pdfium.wasm> <limits as JSON>`. It prints one
 * InspectionResult, or dies in the attempt. It imports nothing of the product but types, so that Node runs it from its
 * source (tests) just as from the built file: whoever starts it takes the file beside itself with its own extension.
 */
import { closeSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { ActiveContent } from '@patravali/contract';
import type { InspectionLimits } from './inspection-limits';
import type { InspectionResult, PdfFacts } from './pdf-facts';

const WASM_PAGE = 65_536;
const POINTER_BYTES = 4;
const PASSWORD_ERRORS = new Set([4, 5]);

class TooManyPages extends Error {}
class Broken extends Error {}
class Encrypted extends Error {}
class TooComplex extends Error {}

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

const BYTES_PER_MIB = 1024 * 1024;

/** To be called again and again: throws when reading took more processor time than the size of the file warrants. */
type Worked = () => void;
function watchWork(size: number, { workMs, workMsPerMiB }: InspectionLimits): Worked {
  const begun = process.cpuUsage();
  const most = workMs + (size / BYTES_PER_MIB) * workMsPerMiB;
  return () => {
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > most) throw new TooComplex();
  };
}

/** Reads straight into PDFium's memory, so that the file exists once in this process. */
function load(pdfium: WrappedPdfiumModule, path: string, size: number): number {
  const file = openSync(path, 'r');
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
function sizesOf(pdfium: WrappedPdfiumModule, document: number, pages: number, worked: Worked): PdfFacts['pageSizes'] {
  const at = pdfium.pdfium.wasmExports.malloc(2 * POINTER_BYTES);
  return Array.from({ length: pages }, (_, index) => {
    worked();
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

function textsOf(
  pdfium: WrappedPdfiumModule,
  document: number,
  pages: number,
  limits: InspectionLimits,
  worked: Worked,
) {
  const text: string[] = [];
  let left = limits.text;
  let textComplete = true;
  for (let index = 0; index < pages; index++) {
    worked();
    if (left === 0) {
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

/** By which names in its objects a PDF is known to carry what. */
const TELLING: Readonly<Record<string, ActiveContent>> = {
  ...{ JavaScript: 'javascript', JS: 'javascript', Launch: 'launch', XFA: 'xfa' },
  ...{ EmbeddedFile: 'attachment', EmbeddedFiles: 'attachment', FileAttachment: 'attachment' },
  ...{ SubmitForm: 'submit', ImportData: 'submit', URI: 'link', GoToR: 'link', GoToE: 'link' },
  ...{ RichMedia: 'media', Movie: 'media', Sound: 'media', Rendition: 'media' },
};

/**
 * PDFium has no call for most of it, so the names are looked for in a copy that it writes: there every object stands in
 * clear, out of object streams and encryption, with no disguise in its names.
 */
function activeOf(pdfium: WrappedPdfiumModule, document: number, worked: Worked): PdfFacts['active'] {
  const found = new Set<ActiveContent>();
  for (const name of namesIn(copyOf(pdfium, document), worked)) {
    const active = TELLING[name];
    if (active) found.add(active);
  }
  if (pdfium.FPDFDoc_GetAttachmentCount(document) > 0) found.add('attachment');
  if (pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0) found.add('javascript');
  return [...found].sort();
}

function copyOf(pdfium: WrappedPdfiumModule, document: number): Buffer {
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  if (!pdfium.PDFiumExt_SaveAsCopy(document, writer)) throw new Broken();
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const at = pdfium.pdfium.wasmExports.malloc(size);
  if (at === 0) throw new RangeError('no memory for the copy');
  pdfium.PDFiumExt_GetFileWriterData(writer, at, size);
  return Buffer.from(heapOf(pdfium).buffer, at, size);
}

const [PERCENT, OPEN, CLOSE, SLASH, BACKSLASH, LINE_END] = [0x25, 0x28, 0x29, 0x2f, 0x5c, 0x0a];
/** White space and delimiters, as ISO 32000-1, 7.2.2, has them. */
const APART = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%'));

/** Every name outside strings, comments and streams. */
function* namesIn(pdf: Buffer, worked: Worked): Iterable<string> {
  let length = 0;
  for (let at = 0; at < pdf.length;) {
    const byte = pdf[at] ?? 0;
    if (byte === PERCENT) at = after(pdf, at, LINE_END);
    else if (byte === OPEN) at = afterString(pdf, at);
    else if (byte === SLASH) {
      const end = endOfWord(pdf, at + 1);
      const name = pdf.toString('latin1', at + 1, end);
      if (name === 'Length') length = Number.parseInt(pdf.toString('latin1', end, end + 12), 10);
      yield name;
      at = end;
    } else if (APART.has(byte)) at++;
    else {
      const end = endOfWord(pdf, at);
      const isStream = end - at === 6 && pdf.toString('latin1', at, end) === 'stream';
      if (isStream) worked();
      at = isStream ? afterStream(pdf, after(pdf, end, LINE_END), length) : end;
    }
  }
}

function endOfWord(pdf: Buffer, at: number): number {
  let end = at;
  while (end < pdf.length && !APART.has(pdf[end] ?? 0)) end++;
  return end;
}

function after(pdf: Buffer, at: number, byte: number): number {
  const found = pdf.indexOf(byte, at);
  return found < 0 ? pdf.length : found + 1;
}

function afterString(pdf: Buffer, at: number): number {
  let depth = 0;
  for (let end = at; end < pdf.length; end++) {
    if (pdf[end] === BACKSLASH) end++;
    else if (pdf[end] === OPEN) depth++;
    else if (pdf[end] === CLOSE && --depth === 0) return end + 1;
  }
  return pdf.length;
}

/** By its length, or by the first end that there is if that is not told right. */
function afterStream(pdf: Buffer, at: number, length: number): number {
  const told = pdf.indexOf('endstream', at + length);
  if (told >= 0 && told - at - length <= 2) return told;
  const found = pdf.indexOf('endstream', at);
  return found < 0 ? pdf.length : found;
}

function inspect(pdfium: WrappedPdfiumModule, path: string, limits: InspectionLimits): PdfFacts {
  const { size } = statSync(path);
  const worked = watchWork(size, limits);
  const document = load(pdfium, path, size);
  const pages = countPages(pdfium, document, limits.pages);
  return {
    pages,
    pageSizes: sizesOf(pdfium, document, pages, worked),
    ...textsOf(pdfium, document, pages, limits, worked),
    signed: pdfium.FPDF_GetSignatureCount(document) > 0,
    active: activeOf(pdfium, document, worked),
  };
}

function outcomeOf(pdfium: WrappedPdfiumModule, path: string, limits: InspectionLimits): InspectionResult {
  try {
    return { outcome: 'facts', facts: inspect(pdfium, path, limits) };
  } catch (error) {
    if (error instanceof Encrypted) return { outcome: 'encrypted' };
    if (error instanceof TooManyPages) return { outcome: 'too-many-pages' };
    if (error instanceof TooComplex) return { outcome: 'too-complex' };
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
