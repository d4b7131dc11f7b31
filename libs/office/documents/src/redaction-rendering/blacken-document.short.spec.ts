import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Refusal } from '@patravali/errors';
import { degrees, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { aRawPdf, HOSTILE_PDFS } from '../../../../../test/support/papers/hostile-pdfs';
import { insideOf, waysToWrite } from '../../../../../test/support/papers/inside-pdf';
import { aScan, scanned } from '../../../../../test/support/papers/scans';
import { pagePixels, pageTexts, seenPlaces } from '../../../../platform/typesetting/test/pdf-text';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import type { BlackArea, PageToBlacken } from './blackened-page';
import { blackenDocument } from './blacken-document';
import { BLACKENING_LIMITS } from './blackening-limits';

const SECRET = 'HIDDENNAME';
const OTHER = 'ANOTHERMAN';
const OPEN = 'Sanction of leave';
const CLAUSE = '8(1)(j)';
const MARGIN = 16;
/** As `pagePixels` draws them: pixels a point, and bytes a pixel. */
const [SCALE, BYTES] = [2, 4];
const BLACK = 0;

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-blackening-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function copyOf(pdf: Uint8Array, pages: Readonly<Record<number, Partial<PageToBlacken>>>, limits = {}) {
  await writeFile(join(folder, 'original.pdf'), pdf);
  await rm(join(folder, 'copy.pdf'), { force: true });
  const whole = Object.entries(pages).map(([page, job]) => [Number(page), { whole: null, areas: [], ...job }] as const);
  const names = { folder, document: 'original.pdf', copy: 'copy.pdf' };
  const count = await blackenDocument({ ...names, pages: new Map(whole) }, { ...BLACKENING_LIMITS, ...limits });
  return { count, bytes: await readFile(join(folder, 'copy.pdf')) };
}

/** A page with a line that anybody may read and one that nobody shall. */
async function aPage(
  secret: string,
  change: (document: PDFDocument) => unknown = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText(OPEN, { x: 100, y: 700, size: 14, font });
  page.drawText(`${secret} End`, { x: 100, y: 400, size: 14, font });
  await change(document);
  return await document.save();
}

/** Around the words of one line, as they are seen; at 14 points none is longer than 200. */
async function areaAround(pdf: Uint8Array, first: string, last: string): Promise<BlackArea> {
  const [[from], [to]] = [await seenPlaces(pdf, first), await seenPlaces(pdf, last)];
  if (!from || !to) throw new Error('the words are not there');
  const [left, right] = [Math.min(from.across, to.across), Math.max(from.across, to.across)];
  const [top, bottom] = [Math.min(from.down, to.down), Math.max(from.down, to.down)];
  const around = { left: left - MARGIN, top: top - MARGIN };
  const size = { width: right - left + 4 * MARGIN, height: bottom - top + 4 * MARGIN };
  return { ...around, ...size, sign: CLAUSE };
}

/** The pixels of an area of the only page, of one colour, and how many there are. */
async function pixelsIn(pdf: Uint8Array, { left, top, width, height }: BlackArea): Promise<Buffer> {
  const page = (await PDFDocument.load(pdf)).getPage(0);
  const columns = Math.round(page.getWidth() * SCALE);
  const [pixels] = await pagePixels(pdf);
  const seen: number[] = [];
  for (let row = Math.ceil(top * SCALE) + 1; row < (top + height) * SCALE - 1; row++) {
    for (let column = Math.ceil(left * SCALE) + 1; column < Math.min(columns, (left + width) * SCALE - 1); column++) {
      seen.push(pixels?.[(row * columns + column) * BYTES] ?? -1);
    }
  }
  return Buffer.from(seen);
}

const share = (pixels: Buffer, is: (shade: number) => boolean): number =>
  pixels.filter((shade) => is(shade)).length / pixels.length;

/** With a name in every place where a PDF can hide one. */
function hideIn(document: PDFDocument): Promise<void> {
  const { context, catalog } = document;
  document.setTitle(SECRET);
  document.setAuthor(SECRET);
  document.setKeywords([SECRET]);
  const xmp = context.stream(Buffer.from(`<x:xmpmeta>${SECRET}</x:xmpmeta>`), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ Title: PDFHexString.fromText(SECRET) })));
  const [page] = document.getPages();
  const note = { Type: 'Annot', Subtype: 'Text', Rect: [300, 600, 320, 620], Contents: PDFString.of(SECRET) };
  page?.node.addAnnot(context.register(context.obj(note)));
  return document.attach(Buffer.from(SECRET), `${SECRET}.txt`, { mimeType: 'text/plain' });
}

/** A layer that is not shown, with the words on it. */
function aHiddenLayer(): Buffer {
  const draw = (words: string, y: number) => `BT /F 14 Tf 100 ${y} Td (${words}) Tj ET\n`;
  const content = `${draw(OPEN, 700)}/OC /L BDC ${draw(SECRET, 400)}EMC`;
  const resources = '/Resources << /Font << /F 6 0 R >> /Properties << /L 5 0 R >> >>';
  return aRawPdf([
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] /Order [] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${resources} >>`,
    { dictionary: '/Filter /FlateDecode', stream: deflateSync(Buffer.from(content)) },
    `<< /Type /OCG /Name (${SECRET}) >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

const LAID: Readonly<Record<string, (document: PDFDocument) => void>> = {
  'as it is': () => undefined,
  'turned to the right': (document) => document.getPage(0).setRotation(degrees(90)),
  'upside down': (document) => document.getPage(0).setRotation(degrees(180)),
  'turned to the left': (document) => document.getPage(0).setRotation(degrees(270)),
  'cut to a part of it': (document) => document.getPage(0).setCropBox(60, 300, 400, 500),
  'cut and turned': (document) => {
    document.getPage(0).setCropBox(60, 300, 400, 500);
    document.getPage(0).setRotation(degrees(90));
  },
  'away from the corner': (document) => document.getPage(0).setMediaBox(-50, -100, 700, 1000),
};

describe('a copy in which passages are black', () => {
  it.each(Object.entries(LAID))('hides them where they are seen on a page %s', async (_, lay) => {
    const [pdf, other] = [await aPage(SECRET, lay), await aPage(OTHER, lay)];
    const area = await areaAround(pdf, SECRET, 'End');
    const { count, bytes } = await copyOf(pdf, { 1: { areas: [area] } });
    expect(count).toBe(1);
    const black = await pixelsIn(bytes, area);
    expect(share(black, (shade) => shade === BLACK)).toBeGreaterThan(0.5);
    // What was there makes no difference to any pixel; the name of the clause stands on the black.
    const { bytes: copyOfOther } = await copyOf(other, { 1: { areas: [area] } });
    expect(await pixelsIn(copyOfOther, area)).toEqual(black);
    expect((await pageTexts(bytes)).map((text) => text.trim())).toEqual([CLAUSE]);
    // The line that anybody may read is there to be seen.
    const open = await pixelsIn(bytes, await areaAround(pdf, OPEN, 'leave'));
    expect(share(open, (shade) => shade < 128)).toBeGreaterThan(0.01);
    expect(share(open, (shade) => shade > 200)).toBeGreaterThan(0.5);
  });

  it('holds nothing of what the document carries unseen', async () => {
    const hidden = await aPage('Nothing', (document) => hideIn(document));
    for (const pdf of [hidden, aHiddenLayer()]) {
      expect(waysToWrite(SECRET).some((written) => insideOf(pdf).includes(written))).toBe(true);
      const { bytes } = await copyOf(pdf, {});
      const inside = insideOf(bytes);
      expect(waysToWrite(SECRET).filter((written) => inside.includes(written))).toEqual([]);
      expect(waysToWrite(OPEN).filter((written) => inside.includes(written))).toEqual([]);
      expect(inside).not.toMatch(/\/(Annots|Metadata|Info|EmbeddedFiles?|Outlines|OCProperties|AcroForm|Names|JS)\b/);
      const copied = await PDFDocument.load(bytes, { updateMetadata: false });
      expect([copied.getTitle(), copied.getAuthor(), copied.getPageCount()]).toEqual([undefined, undefined, 1]);
    }
    const unseen = await areaAround(await aPage(SECRET), SECRET, 'End');
    const layer = await copyOf(aHiddenLayer(), {});
    expect(share(await pixelsIn(layer.bytes, unseen), (shade) => shade < 250)).toBe(0);
  });

  describe('of a form that was filled in', () => {
    const area = { left: 100, top: 842 - 230, width: 200, height: 30, sign: CLAUSE };
    const filledIn = (name: string) =>
      aPage('Nothing', (document) => {
        const field = document.getForm().createTextField('name');
        field.setText(name);
        field.addToPage(document.getPage(0), { x: 100, y: 200, width: 200, height: 30, borderWidth: 0 });
      });

    it('shows what stands in its fields', async () => {
      const { bytes } = await copyOf(await filledIn(SECRET), {});
      expect(share(await pixelsIn(bytes, area), (shade) => shade < 128)).toBeGreaterThan(0.02);
    });

    it('hides what stands in a marked one', async () => {
      const hidden = await copyOf(await filledIn(SECRET), { 1: { areas: [area] } });
      const other = await copyOf(await filledIn(OTHER), { 1: { areas: [area] } });
      expect(await pixelsIn(hidden.bytes, area)).toEqual(await pixelsIn(other.bytes, area));
    });
  });

  it('hides them on a scan', async () => {
    const pdf = await aPage(SECRET);
    const area = await areaAround(pdf, SECRET, 'End');
    const scan = aScan(await scanned(pdf));
    expect(share(await pixelsIn(scan, area), (shade) => shade > 128)).toBeGreaterThan(0.5);
    const { bytes } = await copyOf(scan, { 1: { areas: [area] } });
    const other = await copyOf(aScan(await scanned(await aPage(OTHER))), { 1: { areas: [area] } });
    expect(await pixelsIn(bytes, area)).toEqual(await pixelsIn(other.bytes, area));
  });

  it('shows nothing at all of a page that is left out whole, and the others as they are', async () => {
    const both = await PDFDocument.create();
    for (const one of [await aPage(SECRET), await aPage(OTHER)]) {
      const [page] = await both.copyPages(await PDFDocument.load(one), [0]);
      if (page) both.addPage(page);
    }
    const { count, bytes } = await copyOf(await both.save(), { 1: { whole: CLAUSE } });
    expect(count).toBe(2);
    expect((await pageTexts(bytes))[0]?.trim()).toBe(CLAUSE);
    // Its clause is all that is written.
    expect(insideOf(bytes).match(/ Tj /g)).toHaveLength(1);
    const [first, second] = await pagePixels(bytes);
    expect(new Set(first?.filter((_, index) => index % BYTES === 0))).toContain(BLACK);
    expect(insideOf(bytes)).toContain('/Width 1 /Height 1');
    expect(second?.some((shade, index) => index % BYTES === 0 && shade < 128)).toBe(true);
  });

  itWith('pdftotext')('gives other programs no word of it', async () => {
    const pdf = await aPage(SECRET);
    expect(run('pdftotext', ['FILE', '-'], pdf).output).toContain(SECRET);
    const { bytes } = await copyOf(pdf, { 1: { areas: [await areaAround(pdf, SECRET, 'End')] } });
    expect(run('pdftotext', ['FILE', '-'], bytes).output.trim()).toBe(CLAUSE);
  });

  itWith('qpdf')('is a sound PDF', async () => {
    const { bytes } = await copyOf(await aPage(SECRET), {});
    expect(run('qpdf', ['--check', 'FILE'], bytes)).toMatchObject({ status: 0 });
  });

  it('is not made when an area lies beside the page, or on a page that is not there', async () => {
    const pdf = await aPage(SECRET);
    const area = { left: 700, top: 10, width: 20, height: 20, sign: CLAUSE };
    const refusal = (place: number) => ({ code: 'mark-outside-document', params: { place } });
    await expect(copyOf(pdf, { 1: { areas: [area] } })).rejects.toMatchObject(refusal(1));
    await expect(copyOf(pdf, { 2: { whole: CLAUSE } })).rejects.toMatchObject(refusal(2));
  });

  it('is not made of more than it may cost', async () => {
    const pdf = await aPage(SECRET);
    await expect(copyOf(pdf, {}, { copyBytes: 100 })).rejects.toMatchObject({ code: 'pdf-too-complex' });
    const locked = await aPage(SECRET, (document) => document.encrypt({ userPassword: 'a', ownerPassword: 'b' }));
    await expect(copyOf(locked, {})).rejects.toMatchObject({ code: 'pdf-encrypted' });
  });
});

describe('a hostile document', () => {
  const CODES = ['pdf-broken', 'pdf-encrypted', 'pdf-too-complex', 'pdf-hostile'];
  const limits = { pageWorkMs: 1_500, pages: 100, givesWay: false };

  it.each(Object.entries(HOSTILE_PDFS))('%s is copied or refused, and does no harm', async (_, bytes) => {
    const outcome = await copyOf(bytes(), {}, limits).catch((error: unknown) => error);
    if (outcome instanceof Refusal) expect(CODES).toContain(outcome.code);
    else expect(outcome).toMatchObject({ count: expect.any(Number) as number });
  });
});
