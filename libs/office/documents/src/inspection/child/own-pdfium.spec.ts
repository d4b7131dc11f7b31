import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { aPdfWithJavaScript } from '../../../../../../test/support/papers/hostile-pdfs';
import { type OwnPdfium, Pdfiums, pdfiumsOf, withoutFiles } from './own-pdfium';

const MIB = 1024 * 1024;
const code = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
const newPdfium = pdfiumsOf(code, 128 * MIB);
let folder: string;

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-pdfium-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const memoryOf = ({ api }: OwnPdfium): Uint8Array => (api.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
const stateOf = (pdfium: OwnPdfium) => createHash('sha256').update(memoryOf(pdfium)).digest('hex');

/** All that is done with a document. @returns the text of its first page, and its copy. */
async function read(pdfium: OwnPdfium, pdf: Uint8Array): Promise<{ text: string; copy: Buffer }> {
  const path = join(folder, 'document.pdf');
  await writeFile(path, pdf);
  const file = openSync(path, 'r');
  try {
    const { api } = pdfium;
    const document = pdfium.load(file, pdf.length);
    const page = api.FPDF_LoadPage(document, 0);
    const textPage = api.FPDFText_LoadPage(page);
    const characters = Array.from({ length: api.FPDFText_CountChars(textPage) }, (_, index) =>
      String.fromCodePoint(api.FPDFText_GetUnicode(textPage, index)),
    );
    const pieces: Buffer[] = [];
    pdfium.save(document, (piece) => pieces.push(Buffer.from(piece)));
    return { text: characters.join(''), copy: Buffer.concat(pieces) };
  } finally {
    closeSync(file);
  }
}

async function aLetter(text: string, bytes = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  page.drawText(text, { x: 50, y: 700, size: 12, font });
  const scan = document.context.stream(randomBytes(bytes), { Filter: 'DCTDecode' });
  page.node.newXObject('Scan', document.context.register(scan));
  return await document.save();
}

describe('a PDFium for one document', () => {
  it('knows nothing of the one before: it has the memory of one that has read nothing, to the last byte', async () => {
    const unused = stateOf(await newPdfium());
    const pdfiums = await Pdfiums.start(code, 128 * MIB);
    for (const pdf of [await aLetter('secret'), aPdfWithJavaScript(), await aLetter('large', 24 * MIB)]) {
      const pdfium = await pdfiums.next();
      expect(stateOf(pdfium)).toBe(unused);
      await read(pdfium, pdf);
      expect(stateOf(pdfium)).not.toBe(unused);
      await pdfiums.prepare();
    }
    expect(await read(await pdfiums.next(), await aLetter('The next'))).toMatchObject({ text: 'The next' });
  });

  it('leaves nothing behind that would keep it when it is let go', async () => {
    const known = Object.getOwnPropertyNames(globalThis);
    await newPdfium();
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(known);
  });

  it('is given to one document alone, whether it was made beforehand or not', async () => {
    const pdfiums = await Pdfiums.start(code, 128 * MIB);
    const given = [await pdfiums.next(), await pdfiums.next()];
    await pdfiums.prepare();
    await pdfiums.prepare();
    given.push(await pdfiums.next(), await pdfiums.next());
    expect(new Set(given.map(memoryOf)).size).toBe(given.length);
  });

  /** Whoever takes another version of the library in looks whether what is new here keeps anything between two documents. */
  it('is given nothing that keeps something outside of its memory', () => {
    const { Module } = Reflect.get(globalThis, 'WebAssembly') as {
      Module: { new (code: Uint8Array): object; imports(module: object): { name: string }[] };
    };
    const given = Module.imports(new Module(code)).map(({ name }) => name);
    // Calls of its own functions; the clock; its end; room; and files, of which it is told that there are none.
    const known =
      /^(invoke_\w+|_\w+_js|emscripten_\w+|_emscripten_\w+|__assert_fail|environ_\w+|__syscall_\w+|fd_\w+)$/;
    expect(given.filter((name) => !known.test(name))).toEqual([]);
    expect(given.filter((name) => !/^(invoke|__syscall|fd)_/.test(name)).sort()).toEqual([
      '__assert_fail',
      '_abort_js',
      '_emscripten_memcpy_js',
      '_emscripten_throw_longjmp',
      '_gmtime_js',
      '_localtime_js',
      '_tzset_js',
      'emscripten_date_now',
      'emscripten_resize_heap',
      'environ_get',
      'environ_sizes_get',
    ]);
  });

  it('begins in a folder with a Hindi name', async () => {
    const [node = '', program = '', ...words] = process.argv;
    process.argv = [node, '/home/हिन्दी का फ़ोल्डर/pdf-child.js', ...words];
    try {
      expect(await read(await newPdfium(), await aLetter('A letter'))).toMatchObject({ text: 'A letter' });
    } finally {
      process.argv = [node, program, ...words];
    }
  });

  it('is told that there are no files', () => {
    const names = ['__syscall_openat', 'fd_write', 'emscripten_date_now'];
    const given = withoutFiles({ env: Object.fromEntries(names.map((name) => [name, () => 7])) }).env;
    expect(names.map((name) => given?.[name]?.())).toEqual([-52, 52, 7]);
  });
});
