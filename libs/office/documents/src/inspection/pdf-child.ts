/**
 * The process in which untrusted PDFs are parsed: `node pdf-child <pdf> <pdfium.wasm> <bytes that PDFium may take>`. For each
 * line of its input, an InspectionJob, it reads the PDF that lies at that path by then and prints one InspectionResult, or dies
 * in the attempt. Each document has a PDFium of its own, with new memory: what one does to its PDFium ends with it. It imports
 * nothing of the product but types, so that Node runs it from its source (tests) just as from the built file: whoever starts
 * it takes the file beside itself with its own extension.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { ActiveContent } from '@patravali/contract';
import type { InspectionJob, InspectionResult, PdfFacts } from './pdf-facts';

const WASM_PAGE = 65_536;
const POINTER_BYTES = 4;
const PASSWORD_ERRORS = new Set([4, 5]);

class TooManyPages extends Error {}
class Broken extends Error {}
class Encrypted extends Error {}
class TooComplex extends Error {}

/** Of the WebAssembly that Node has and the library of types for servers leaves out, what is used here. */
interface WebAssembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as WebAssembly;

const MEMORY_SECTION = 5;
const [FIRST_SECTION, GROUP, MORE] = [8, 7, 0x80];

/**
 * The same module with another end to its memory: PDFium gets no more, and the engine reserves no more. A document that wants
 * more ends the process, which is what a bomb deserves.
 */
function withMemoryOf(code: Buffer, bytes: number): Buffer {
  const section = memorySectionOf(code);
  // One memory; flag 1: it has an end.
  const [initial, end] = [numberAt(code, section + 2), numberAt(code, numberAt(code, section + 2).next)];
  if (code[section] !== 1 || code[section + 1] !== 1) throw new TypeError('a memory of another kind');
  const pages = Math.min(Math.max(Math.floor(bytes / WASM_PAGE), initial.value), end.value);
  const changed = Buffer.from(code);
  for (let at = initial.next, rest = pages; at < end.next; at++, rest = Math.floor(rest / MORE)) {
    changed[at] = (rest % MORE) + (at < end.next - 1 ? MORE : 0);
  }
  return changed;
}

function memorySectionOf(code: Buffer): number {
  for (let at = FIRST_SECTION; at < code.length;) {
    const { value: length, next } = numberAt(code, at + 1);
    if (code[at] === MEMORY_SECTION) return next;
    at = next + length;
  }
  throw new TypeError('no memory');
}

/** An unsigned LEB128. */
function numberAt(code: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let next = at, weight = 1; ; next++, weight *= 2 ** GROUP) {
    const byte = code[next] ?? 0;
    value += (byte % MORE) * weight;
    if (byte < MORE) return { value, next: next + 1 };
  }
}

type NewPdfium = () => Promise<WrappedPdfiumModule>;

/** Compiled once; each has a memory of its own. */
function pdfiumsOf(code: Buffer): NewPdfium {
  const module = new Module(code);
  const instantiateWasm = (imports: object, use: (instance: object, module: object) => void) => {
    const instance = new Instance(module, imports);
    use(instance, module);
    return instance.exports;
  };
  return async () => {
    const pdfium = await init({ instantiateWasm, print: () => undefined, printErr: () => undefined });
    pdfium.PDFiumExt_Init();
    return pdfium;
  };
}

/** A view of PDFium's memory; it is another one after each growth. */
function heapOf({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> {
  return Reflect.get(pdfium, 'HEAPU8') as Uint8Array<ArrayBuffer>;
}

/** A struct of 32-bit numbers in PDFium's memory, which is given back with all of it. */
function structOf(pdfium: WrappedPdfiumModule, ...fields: readonly number[]): number {
  const at = pdfium.pdfium.wasmExports.malloc(fields.length * POINTER_BYTES);
  if (at === 0) throw new RangeError('no memory');
  new Uint32Array(heapOf(pdfium).buffer, at, fields.length).set(fields);
  return at;
}

/** To be called again and again: throws when reading took more processor time than the size of the file warrants. */
type Worked = () => void;
function watchWork({ workMs }: InspectionJob): Worked {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > workMs) throw new TooComplex();
  };
}

/** PDFium reads a few hundred bytes at a time, mostly one after the other. */
const WINDOW_BYTES = 65_536;

/** The file is read where PDFium wants it and goes straight into its memory: the rest of a large one is never touched. */
function readerOf(pdfium: WrappedPdfiumModule, file: number): number {
  const window = Buffer.alloc(WINDOW_BYTES);
  let [start, end] = [0, 0];
  const read = (_: number, signedPosition: number, to: number, size: number): number => {
    const position = signedPosition >>> 0;
    if (size > WINDOW_BYTES)
      return readAll(file, heapOf(pdfium).subarray(to >>> 0, (to >>> 0) + size), position) ? 1 : 0;
    if (position < start || position + size > end) {
      start = position;
      end = position + readSync(file, window, 0, WINDOW_BYTES, position);
    }
    if (position + size > end) return 0;
    heapOf(pdfium).set(window.subarray(position - start, position - start + size), to >>> 0);
    return 1;
  };
  return pdfium.pdfium.addFunction(read, 'iiiii');
}

function readAll(file: number, into: Uint8Array, position: number): boolean {
  for (let read = 0; read < into.length;) {
    const count = readSync(file, into, read, into.length - read, position + read);
    if (count === 0) return false;
    read += count;
  }
  return true;
}

function load(pdfium: WrappedPdfiumModule, file: number, size: number): number {
  const document = pdfium.FPDF_LoadCustomDocument(structOf(pdfium, size, readerOf(pdfium, file), 0), '');
  if (document !== 0) return document;
  throw PASSWORD_ERRORS.has(pdfium.FPDF_GetLastError()) ? new Encrypted() : new Broken();
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
    found ||= hasText(pdfium, page);
    pdfium.FPDF_ClosePage(page);
  }
  return found;
}

/** PDFium marks with U+FFFE where a word was hyphenated. */
const VISIBLE = /[^\s\p{Cc}\u{fffe}\u{ffff}]/u;

function hasText(pdfium: WrappedPdfiumModule, page: number): boolean {
  const textPage = pdfium.FPDFText_LoadPage(page);
  const count = Math.max(0, pdfium.FPDFText_CountChars(textPage));
  let found = false;
  for (let index = 0; index < count && !found; index++) {
    found = VISIBLE.test(characterOf(pdfium.FPDFText_GetUnicode(textPage, index)));
  }
  pdfium.FPDFText_ClosePage(textPage);
  return found;
}

const LAST_CODE_POINT = 0x10ffff;
const characterOf = (code: number): string => (code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '');

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
function activeOf(pdfium: WrappedPdfiumModule, document: number, size: number, worked: Worked): PdfFacts['active'] {
  const found = new Set<ActiveContent>();
  for (const name of namesIn(copyOf(pdfium, document, size, worked), worked)) {
    const active = TELLING[name];
    if (active) found.add(active);
  }
  if (pdfium.FPDFDoc_GetAttachmentCount(document) > 0) found.add('attachment');
  if (pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0) found.add('javascript');
  return [...found].sort();
}

/** A copy may be much larger than a file that is packed well; one that is larger than this is no letter. */
const LARGEST_COPY = 512 * 1024 * 1024;
const COPY_VERSION = 1;

/** `size`: that of the file, which the copy mostly has too. */
function copyOf(pdfium: WrappedPdfiumModule, document: number, size: number, worked: Worked): Buffer {
  let copy = Buffer.allocUnsafe(size + WASM_PAGE);
  let length = 0;
  const write = (_: number, from: number, count: number): number => {
    worked();
    if (length + count > LARGEST_COPY) throw new RangeError('the copy is too large');
    if (length + count > copy.length) copy = Buffer.concat([copy], 2 * (length + count));
    copy.set(heapOf(pdfium).subarray(from >>> 0, (from >>> 0) + count), length);
    length += count;
    return 1;
  };
  const writer = structOf(pdfium, COPY_VERSION, pdfium.pdfium.addFunction(write, 'iiii'));
  if (!pdfium.FPDF_SaveAsCopy(document, writer, 0)) throw new Broken();
  return copy.subarray(0, length);
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

function inspect(pdfium: WrappedPdfiumModule, file: number, job: InspectionJob): PdfFacts {
  const { size } = fstatSync(file);
  const worked = watchWork(job);
  const document = load(pdfium, file, size);
  const pages = countPages(pdfium, document, job.pages);
  const hasText = findText(pdfium, document, pages, worked);
  return { pages, hasText, active: activeOf(pdfium, document, size, worked) };
}

function outcomeOf(pdfium: WrappedPdfiumModule, path: string, job: InspectionJob): InspectionResult {
  const file = openSync(path, 'r');
  try {
    return { outcome: 'facts', facts: inspect(pdfium, file, job) };
  } catch (error) {
    if (error instanceof Encrypted) return { outcome: 'encrypted' };
    if (error instanceof TooManyPages) return { outcome: 'too-many-pages' };
    if (error instanceof TooComplex) return { outcome: 'too-complex' };
    if (error instanceof Broken) return { outcome: 'broken' };
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
  const newPdfium = pdfiumsOf(withMemoryOf(readFileSync(wasm), Number(pdfiumBytes)));
  const unused = [await newPdfium()];
  // Said before any file is touched: a child that dies without it failed by itself, not by a file.
  print('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    print(answerOf(unused.pop(), path, line));
    // Else the memory of the last documents is still reserved when that of the next one is wanted.
    gc?.();
    unused.push(await newPdfium());
  }
}

function answerOf(pdfium: WrappedPdfiumModule | undefined, path: string, line: string): string {
  if (!pdfium) throw new TypeError('no PDFium');
  return JSON.stringify(outcomeOf(pdfium, path, JSON.parse(line) as InspectionJob));
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
