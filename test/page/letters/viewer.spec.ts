import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { layoutPages, pageBeingRead, pagesNear } from '../../../apps/web/src/documents/viewer/page/page-layout';
import { findWords } from '../../../apps/web/src/documents/pdf/find-words';
import { PdfiumDocument } from '../../../apps/web/src/documents/pdf/pdfium-document';
import { scaleOf, wholeScaleOf, zoomStep } from '../../../apps/web/src/documents/viewer/page/zoom';

const LINES = [
  'कार्यालय जिला समाज कल्याण अधिकारी',
  'वृद्धावस्था पेंशन के कुल 1,284 प्रकरण लम्बित थे।',
  'निर्णय एवं निर्देश शीघ्र निर्गत करने की कृपा करें।',
];
const found = createRequire(__filename);

describe('the viewer', () => {
  let pdfium: WrappedPdfiumModule;
  let letter: Uint8Array;

  beforeAll(async () => {
    const wasm = await readFile(found.resolve('@embedpdf/pdfium/pdfium.wasm'));
    pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    pdfium.PDFiumExt_Init();
    letter = typeset(`${LINES.join('\n\n')}\n#pagebreak()\nदूसरा पृष्ठ`);
  });

  it('reads the Hindi of a letter as it was written, a run for each line', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    expect(document.runs(0).map(({ text }) => text.trim())).toEqual(LINES);
    expect(document.runs(0).every(({ endsLine }) => endsLine)).toBe(true);
    document.close();
  });

  it('lays each run over its place on the paper', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    const [first, second] = document.runs(0);
    const page = document.pages[0];
    expect(first?.left).toBeGreaterThan(50);
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeLessThan(page?.width ?? 0);
    expect(second?.top).toBeGreaterThan((first?.top ?? 0) + (first?.height ?? 0) - 1);
    document.close();
  });

  it('finds words on whichever page they stand', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    expect(document.find('निर्देश').map(({ page }) => page)).toEqual([0]);
    expect(document.find('दूसरा').map(({ page }) => page)).toEqual([1]);
    expect(document.find('अनुपस्थित')).toEqual([]);
    document.close();
  });

  it('finds them however they were typed: nukta, joiners, digits and capitals in either form', () => {
    const document = PdfiumDocument.open(pdfium, typeset('ज़िला अभिलेख, क्‍या आया २०२६ Pension'));
    for (const words of ['\u095bिला', 'ज\u093cिला', 'अभि\u200cलेख', 'क्या', 'क्‍या', '2026', '२०२६', 'pension'])
      expect([words, document.find(words).length]).toEqual([words, 1]);
    expect(document.find('जिला')).toEqual([]);
    document.close();
  });

  it('finds them over the end of a line, also where the word was divided', () => {
    const page = Array.from('कार्यालय  \r\nजिला स्था\u00ad\r\nनान्तरण');
    expect(findWords(page, 'कार्यालय जिला').map(({ start }) => start)).toEqual([0]);
    const [divided] = findWords(page, 'स्थानान्तरण');
    expect(page.slice(divided?.start).join('')).toBe('स्था\u00ad\r\nनान्तरण');
    expect(divided?.count).toBe('स्था\u00ad\r\nनान्तरण'.length);
    expect(findWords(page, '\u200d')).toEqual([]);
  });

  it('reads all words of all pages at once, a line for each line', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    expect(document.words()).toBe(`${LINES.join('\n')}\nदूसरा पृष्ठ\n`);
    document.close();
  });

  it('has the text that was read on a scan like its own, and nothing of it twice', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    const own = document.runs(1)[0] ?? { left: 0, top: 0, width: 1, height: 1 };
    const word = (text: string, left: number, top: number) => ({ text, left, top, width: 40, height: 12 });
    const lines = [
      [{ ...word('दूसरा', own.left, own.top), width: own.width, height: own.height }],
      [word('पेंशन', 100, 300), word('विवरण', 150, 302)],
      [word('संलग्न', 100, 330)],
    ];
    document.addRecognised([
      { page: 2, language: 'hi', failed: false, lines },
      { page: 9, language: 'hi', failed: false, lines },
    ]);
    expect(document.words()).toBe(`${LINES.join('\n')}\nदूसरा पृष्ठ\nपेंशन विवरण\nसंलग्न\n`);
    expect(
      document
        .runs(1)
        .map(({ left, width }) => [left, width])
        .slice(1),
    ).toEqual([
      [100, 50],
      [150, 40],
      [100, 40],
    ]);
    const [hit] = document.find('विवरण संलग्न');
    expect(hit).toMatchObject({
      page: 1,
      boxes: [
        { left: 150, top: 302, width: 40 },
        { left: 100, top: 330 },
      ],
    });
    expect(document.find('दूसरा').length).toBe(1);
    document.close();
  });

  it('draws a page on white', () => {
    const document = PdfiumDocument.open(pdfium, letter);
    const { width, height, pixels } = document.picture(0, 0.5);
    expect([width, height]).toEqual([298, 421]);
    expect([...pixels.slice(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(pixels.some((value) => value < 128)).toBe(true);
    document.close();
  });

  it('refuses what is no PDF', () => {
    expect(() => PdfiumDocument.open(pdfium, new TextEncoder().encode('not a PDF'))).toThrow('unreadable');
  });

  it('draws only the pages near the window', () => {
    const layout = layoutPages(
      Array.from({ length: 500 }, () => ({ width: 595, height: 842 })),
      1,
    );
    expect(pagesNear(layout, 0, 700, 800)).toEqual([0, 1]);
    expect(pagesNear(layout, (layout.tops[250] ?? 0) + 10, 700, 0)).toEqual([250]);
    expect(pageBeingRead(layout, layout.tops[250] ?? 0, 700)).toBe(250);
  });

  it('shows all that is written on a page, and no page wider than the window', () => {
    const page = { width: 595, height: 842 };
    const written = (writtenTo: number, height = 612) => wholeScaleOf(page, { width: 627, height }, writtenTo);
    expect(written(842)).toBeCloseTo(600 / 842);
    expect(written(700)).toBeCloseTo(600 / 714);
    expect(written(700) * 714).toBeLessThanOrEqual(600);
    expect(written(300)).toBeCloseTo(scaleOf('fit', [page], 627));
    expect(written(842, 20)).toBe(0.3);
  });

  it('is as wide as the sheet until somebody zooms', () => {
    const scale = scaleOf('fit', [{ width: 595, height: 842 }], 627);
    expect(scale).toBeCloseTo(1);
    expect(zoomStep(scale, 'in')).toBe(0.8);
    expect(zoomStep(scale, 'out')).toBe(0.67);
  });
});

/** Typst sets the letter as the office's typesetter does. */
function typeset(text: string): Uint8Array {
  const fonts = dirname(found.resolve('@expo-google-fonts/noto-sans-devanagari/package.json'));
  const compiler = NodeCompiler.create({
    workspace: __dirname,
    fontArgs: [{ fontPaths: [join(fonts, '400Regular')] }],
  });
  const mainFileContent = `#set page(paper: "a4")\n#set text(font: "Noto Sans Devanagari", lang: "hi")\n${text}`;
  return compiler.pdf({ mainFileContent }, { pdfStandard: 'a-2a' });
}
