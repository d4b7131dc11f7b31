import { readFileSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** What the module carries and its types do not say. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
  UTF16ToString(pointer: number): string;
}

interface OpenPage {
  readonly document: number;
  readonly page: number;
  readonly text: number;
  readonly pdfium: WrappedPdfiumModule;
  readonly heap: Heap;
}

let loaded: Promise<WrappedPdfiumModule> | undefined;

async function load(): Promise<WrappedPdfiumModule> {
  loaded ??= (async () => {
    const wasm = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
    // As in the office: without a name of its own it takes the path of the test runner, which may have Hindi letters.
    const named = { thisProgram: 'pdfium' };
    const module = await init({ ...named, wasmBinary: Uint8Array.from(wasm).buffer });
    module.PDFiumExt_Init();
    return module;
  })();
  return loaded;
}

async function eachPage<T>(pdf: Uint8Array, read: (page: OpenPage) => T): Promise<T[]> {
  const pdfium = await load();
  const heap = pdfium.pdfium as unknown as Heap;
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const memory = malloc(pdf.length);
  heap.HEAPU8.set(pdf, memory);
  const document = pdfium.FPDF_LoadMemDocument(memory, pdf.length, '');
  if (!document) throw new Error(`PDFium cannot open it: ${pdfium.FPDF_GetLastError()}`);
  const all = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = pdfium.FPDFText_LoadPage(page);
    const result = read({ document, page, text, pdfium, heap });
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
    return result;
  });
  pdfium.FPDF_CloseDocument(document);
  free(memory);
  return all;
}

function readText({ text, pdfium, heap }: OpenPage): string {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const length = pdfium.FPDFText_CountChars(text);
  const buffer = malloc(2 * (length + 1));
  pdfium.FPDFText_GetText(text, 0, length, buffer);
  const read = heap.UTF16ToString(buffer);
  free(buffer);
  return read;
}

/** The text of each page as PDFium, and so the browser of a reader, gives it back. */
export const pageTexts = (pdf: Uint8Array): Promise<string[]> => eachPage(pdf, readText);

const PIXELS_A_POINT = 2;
const WHITE = 0xffffffff;

/** As a viewer does: what signatures draw is an annotation, and a field of a form. */
const WITH_ANNOTATIONS = 1;

/** Every pixel of each page as PDFium draws it. */
export const pagePixels = (pdf: Uint8Array): Promise<Uint8Array[]> =>
  eachPage(pdf, ({ document, page, pdfium, heap }) => {
    const width = Math.round(PIXELS_A_POINT * pdfium.FPDF_GetPageWidthF(page));
    const height = Math.round(PIXELS_A_POINT * pdfium.FPDF_GetPageHeightF(page));
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
    const info = pdfium.PDFiumExt_OpenFormFillInfo();
    const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, info);
    pdfium.FPDF_SetFormFieldHighlightAlpha(form, 0);
    pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
    pdfium.FORM_OnBeforeClosePage(page, form);
    pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    pdfium.PDFiumExt_CloseFormFillInfo(info);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = heap.HEAPU8.slice(start, start + height * pdfium.FPDFBitmap_GetStride(bitmap));
    pdfium.FPDFBitmap_Destroy(bitmap);
    return pixels;
  });

/** PDFium gives a hyphen at the end of a line back as U+0002. */
const HYPHEN_AT_LINE_END = new RegExp(`[${String.fromCharCode(2)}-]\\r?\\n`, 'g');

/** All of it on one line, hyphens at line ends joined. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  return (await pageTexts(pdf)).join('\n').replace(HYPHEN_AT_LINE_END, '').replace(/\s+/g, ' ').normalize('NFC');
}

export interface SeenPlace {
  /** Size of the page as it is seen, in points. */
  readonly width: number;
  readonly height: number;
  /** The middle of the word's first letter, from the top left corner as it is seen. */
  readonly across: number;
  readonly down: number;
}

/** Where a reader sees a word on each page that has it. */
export async function seenPlaces(pdf: Uint8Array, word: string): Promise<SeenPlace[]> {
  const places = await eachPage(pdf, (open) => {
    const at = readText(open).indexOf(word);
    return at < 0 ? [] : [seenPlace(open, at)];
  });
  return places.flat();
}

/** Where a reader gets who clicks a word: the page, from 1, or null; once for each page that has the word. */
export async function leadsTo(pdf: Uint8Array, word: string): Promise<(number | null)[]> {
  const targets = await eachPage(pdf, (open) => {
    const { document, page, pdfium } = open;
    const at = readText(open).indexOf(word);
    if (at < 0) return [];
    const { x, y } = middleOf(open, at);
    const link = pdfium.FPDFLink_GetLinkAtPoint(page, x, y);
    const place = link ? pdfium.FPDFLink_GetDest(document, link) : 0;
    return [place ? pdfium.FPDFDest_GetDestPageIndex(document, place) + 1 : null];
  });
  return targets.flat();
}

/** How far the letters of all pages reach to the left and to the right, in points from the left edge of the page. */
export async function reachOfLetters(pdf: Uint8Array): Promise<{ left: number; right: number }> {
  const boxes = await eachPage(pdf, (open) =>
    Array.from(readText(open), (letter, index) => (/\s/.test(letter) ? [] : [boxOf(open, index)])).flat(),
  );
  return {
    left: Math.min(...boxes.flat().map(({ left }) => left)),
    right: Math.max(...boxes.flat().map(({ right }) => right)),
  };
}

function middleOf(open: OpenPage, character: number): { x: number; y: number } {
  const { left, right, bottom, top } = boxOf(open, character);
  return { x: (left + right) / 2, y: (bottom + top) / 2 };
}

/** In the coordinates of the page. */
function boxOf({ text, pdfium, heap }: OpenPage, character: number) {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const numbers = malloc(32);
  const edges = [0, 8, 16, 24].map((offset) => numbers + offset) as [number, number, number, number];
  pdfium.FPDFText_GetCharBox(text, character, ...edges);
  const [left = 0, right = 0, bottom = 0, top = 0] = edges.map((edge) => heap.HEAPF64[edge / 8] ?? 0);
  free(numbers);
  return { left, right, bottom, top };
}

function seenPlace(open: OpenPage, character: number): SeenPlace {
  const { page, pdfium, heap } = open;
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const width = Math.round(pdfium.FPDF_GetPageWidthF(page));
  const height = Math.round(pdfium.FPDF_GetPageHeightF(page));
  const { x, y } = middleOf(open, character);
  const numbers = malloc(8);
  pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, numbers, numbers + 4);
  const place = { width, height, across: heap.HEAP32[numbers / 4] ?? 0, down: heap.HEAP32[numbers / 4 + 1] ?? 0 };
  free(numbers);
  return place;
}
