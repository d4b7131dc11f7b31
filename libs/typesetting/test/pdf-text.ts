import { readFileSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** What the module carries and its types do not say. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  UTF16ToString(pointer: number): string;
}

let loaded: Promise<WrappedPdfiumModule> | undefined;

async function pdfium(): Promise<WrappedPdfiumModule> {
  loaded ??= (async () => {
    const wasm = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
    const module = await init({ wasmBinary: Uint8Array.from(wasm).buffer });
    module.PDFiumExt_Init();
    return module;
  })();
  return loaded;
}

/** The text of each page as PDFium, and so the browser of a reader, gives it back. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const module = await pdfium();
  const heap = module.pdfium as unknown as Heap;
  const { malloc, free } = module.pdfium.wasmExports;
  const memory = malloc(pdf.length);
  heap.HEAPU8.set(pdf, memory);
  const document = module.FPDF_LoadMemDocument(memory, pdf.length, '');
  if (!document) throw new Error(`PDFium cannot open it: ${module.FPDF_GetLastError()}`);
  const texts = Array.from({ length: module.FPDF_GetPageCount(document) }, (_, index) => {
    const page = module.FPDF_LoadPage(document, index);
    const text = module.FPDFText_LoadPage(page);
    const length = module.FPDFText_CountChars(text);
    const buffer = malloc(2 * (length + 1));
    module.FPDFText_GetText(text, 0, length, buffer);
    const read = heap.UTF16ToString(buffer);
    free(buffer);
    module.FPDFText_ClosePage(text);
    module.FPDF_ClosePage(page);
    return read;
  });
  module.FPDF_CloseDocument(document);
  free(memory);
  return texts;
}

/** PDFium gives a hyphen at the end of a line back as U+0002. */
const HYPHEN_AT_LINE_END = new RegExp(`[${String.fromCharCode(2)}-]\\r?\\n`, 'g');

/** All of it on one line, hyphens at line ends joined. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  return (await pageTexts(pdf)).join('\n').replace(HYPHEN_AT_LINE_END, '').replace(/\s+/g, ' ').normalize('NFC');
}
