import { readFileSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

interface WebAssembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as WebAssembly;
const COMPILED = new Module(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));

/** A PDFium with a memory of its own, of code that is compiled already. */
export async function startPdfium(): Promise<WrappedPdfiumModule> {
  const instantiateWasm = (imports: object, use: (instance: object, module: object) => void) => {
    const instance = new Instance(COMPILED, imports);
    use(instance, COMPILED);
    return instance.exports;
  };
  const pdfium = await init({ instantiateWasm });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Opens a PDF, counts its pages and reads their text, and no more. */
export function inspect(pdfium: WrappedPdfiumModule, path: string): number {
  const bytes = readFileSync(path);
  const at = pdfium.pdfium.wasmExports.malloc(bytes.length);
  const heap = Reflect.get(pdfium.pdfium, 'HEAPU8') as Uint8Array<ArrayBuffer>;
  heap.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) throw new Error('PDFium could not open it');
  const pages = pdfium.FPDF_GetPageCount(document);
  let characters = 0;
  for (let index = 0; index < pages; index++) {
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = pdfium.FPDFText_LoadPage(page);
    characters += pdfium.FPDFText_CountChars(text);
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
  }
  pdfium.FPDF_CloseDocument(document);
  pdfium.pdfium.wasmExports.free(at);
  return characters;
}

/** `node bench/run.cjs arms/bare-pdfium.ts <pdf>`: the same in a process of its own. */
const [path] = process.argv.slice(3);
if (process.argv[2]?.endsWith('bare-pdfium.ts') && path) {
  void startPdfium().then((pdfium) => console.log(inspect(pdfium, path)));
}
