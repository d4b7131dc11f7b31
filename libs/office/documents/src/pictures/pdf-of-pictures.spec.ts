import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { chunk, jpeg, PIXEL, png } from '../../../../../test/support/pictures/pictures';
import { pagePixels } from '../../../../platform/typesetting/test/pdf-text';
import { inspectPdf, warmInspectors } from '../inspection';
import { pdfOfPictures } from './pdf-of-pictures';
import { PICTURE_LIMITS } from './picture-limits';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-pictures-'))));
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => warmInspectors.close());

async function pdfOf(pictures: readonly Buffer[], limits = {}): Promise<Buffer> {
  const names = pictures.map((_, index) => `picture-${index}`);
  for (const [index, name] of names.entries()) await writeFile(join(folder, name), pictures[index] ?? '');
  await rm(join(folder, 'pdf'), { force: true });
  await pdfOfPictures({ folder, pictures: names, pdf: 'pdf' }, { ...PICTURE_LIMITS, ...limits });
  return await readFile(join(folder, 'pdf'));
}

async function sizes(...pictures: Buffer[]): Promise<number[][]> {
  const document = await PDFDocument.load(await pdfOf(pictures));
  return document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())]);
}

/** Red in its upper left quarter, and black in its lower right one. */
const QUARTERS = (column: number, row: number): [number, number, number] => {
  if (column < 8 && row < 8) return [255, 0, 0];
  return column >= 8 && row >= 8 ? [0, 0, 0] : [255, 255, 255];
};
/** The middle of each quarter of the first page as it is seen, in reading order. */
async function seenQuarters(picture: Buffer): Promise<string[]> {
  const pdf = await pdfOf([picture]);
  const page = (await PDFDocument.load(pdf)).getPage(0);
  const [columns, rows] = [Math.round(page.getWidth() * 2), Math.round(page.getHeight() * 2)];
  const [pixels] = await pagePixels(pdf);
  return [
    [1, 1],
    [3, 1],
    [1, 3],
    [3, 3],
  ].map(([across = 0, down = 0]) => {
    const at = 4 * (Math.floor((rows * down) / 4) * columns + Math.floor((columns * across) / 4));
    const [one = 0, two = 0, three = 0] = pixels?.subarray(at, at + 3) ?? [];
    if (two > 200) return 'white';
    return Math.max(one, three) > 200 ? 'red' : 'black';
  });
}

describe('a PDF made of pictures', () => {
  it('has a page for each, in their order, as large as it was scanned or as fits on A4', async () => {
    const scan = png(1240, 1754, { resolution: 150 });
    expect(await sizes(scan, jpeg(3000, 4000), jpeg(4000, 3000, { components: 1 }))).toEqual([
      [595, 842],
      [595, 794],
      [794, 595],
    ]);
  });

  it('stands upright as the camera was held', async () => {
    const turned = [1, 3, 6, 8, 99].map((orientation) => jpeg(4000, 3000, { orientation }));
    expect(await sizes(...turned)).toEqual([
      [794, 595],
      [794, 595],
      [595, 794],
      [595, 794],
      [794, 595],
    ]);
  });

  it('holds each JPEG byte by byte, and is the same whenever it is made', async () => {
    const pdf = await pdfOf([PIXEL]);
    expect(pdf.includes(PIXEL)).toBe(true);
    expect(await pdfOf([PIXEL])).toEqual(pdf);
  });

  const palette = [chunk('PLTE', Buffer.from([255, 0, 0, 255, 255, 255, 0, 0, 0]))];
  const inPalette = (column: number, row: number) => [
    ['255,0,0', '255,255,255', '0,0,0'].indexOf(QUARTERS(column, row).join(',')),
  ];
  /** White is where nothing is. */
  const seeThrough = (column: number, row: number) => {
    const colour = QUARTERS(column, row);
    return colour[1] === 255 ? [0, 99, 0, 0] : [...colour, 255];
  };
  it.each([
    ['of three colours', png(16, 16, { colour: 2, pixel: QUARTERS })],
    ['of sixteen bits', png(16, 16, { colour: 2, bits: 16, pixel: QUARTERS })],
    ['with a palette', png(16, 16, { colour: 3, bits: 2, chunks: palette, pixel: inPalette })],
    [
      'with a palette, partly transparent',
      png(16, 16, {
        colour: 3,
        chunks: [chunk('PLTE', Buffer.from([255, 0, 0, 0, 99, 0, 0, 0, 0])), chunk('tRNS', Buffer.from([255, 0]))],
        pixel: inPalette,
      }),
    ],
    [
      'with a colour that is not there',
      png(16, 16, {
        colour: 2,
        chunks: [chunk('tRNS', Buffer.from([0, 0, 0, 99, 0, 0]))],
        pixel: (column, row) => seeThrough(column, row).slice(0, 3),
      }),
    ],
    ['that is transparent', png(16, 16, { colour: 6, pixel: seeThrough })],
    ['that is transparent, of sixteen bits', png(16, 16, { colour: 6, bits: 16, pixel: seeThrough })],
    ['that is interlaced', png(16, 16, { colour: 2, interlaced: true, pixel: QUARTERS })],
    [
      'with a palette that is interlaced',
      png(16, 16, { colour: 3, bits: 2, interlaced: true, chunks: palette, pixel: inPalette }),
    ],
  ])('shows a PNG %s as it looks on paper', async (_, picture) => {
    expect(await seenQuarters(picture)).toEqual(['red', 'white', 'white', 'black']);
  });

  it('is a scan to whoever inspects it', async () => {
    await pdfOf([PIXEL, png(100, 140), png(3, 2, { interlaced: true })]);
    expect(await inspectPdf(join(folder, 'pdf'))).toMatchObject({ pages: 3, hasText: false, active: [] });
  });

  it('is not made at all where one picture is unfit, and says which', async () => {
    const refused = { code: 'picture-broken', params: { page: 2 } };
    await expect(pdfOf([PIXEL, PIXEL.subarray(0, -2)])).rejects.toMatchObject(refused);
  });

  it('is not made of what takes longer than any picture should', async () => {
    const letter = pdfOf([png(2000, 2000, { colour: 6 })], { processorMs: 1, wallMs: 1 });
    await expect(letter).rejects.toMatchObject({
      code: expect.stringMatching(/picture-too-large|unavailable/) as string,
    });
  });
});
