import type { StructuredText } from '@patravali/contract';
import { placeName, startTypesetter, type Typesetter } from '@patravali/typesetting';
import { linkedPdf, aPdf } from '../../../../platform/typesetting/test/odd-pdfs';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { BoundStructure, everyElement } from '../../test/bound-structure';
import { aNote, aNoteSheet, aWholeFile, boundFile } from '../../test/samples';
import { noteSheetPage } from './note-sheet-page';

const REFERRING: StructuredText = {
  version: 1,
  paragraphs: [
    {
      children: [
        { type: 'text', text: 'भारत सरकार का letter of the Government देखें ' },
        { type: 'reference', to: { kind: 'correspondence', page: 2 }, label: 'C/2' },
        { type: 'reference', to: { kind: 'note', note: 2 }, label: 'N/2' },
        { type: 'reference', to: { kind: 'note', note: 9 }, label: 'N/9' },
      ],
    },
  ],
};

const LETTER = { date: '2026-10-12', flag: null, signedOriginal: false };

async function aBoundFile(typesetter: Typesetter): Promise<Uint8Array> {
  const sheet = aNoteSheet([aNote(1, { text: REFERRING }), aNote(2)]);
  const tagged = await typesetter.typeset(noteSheetPage(aNoteSheet([aNote(1)])));
  const letters = [
    { ...LETTER, serial: 1, firstPage: 1, pageCount: 2, title: 'बिना टैग का', pdf: await aPdf(2) },
    { ...LETTER, serial: 2, firstPage: 3, pageCount: 1, title: 'टैग सहित', pdf: tagged },
    { ...LETTER, serial: 3, firstPage: 4, pageCount: 1, title: 'दोषपूर्ण', pdf: new TextEncoder().encode('no PDF') },
    { ...LETTER, serial: 4, firstPage: 5, pageCount: 3, title: 'कड़ियों सहित', pdf: linkedPdf() },
  ];
  return boundFile(typesetter, aWholeFile(letters, sheet));
}

describe('the structure of a whole file', () => {
  const typesetter = startTypesetter();
  let pdf: Uint8Array;
  let structure: BoundStructure;
  beforeAll(async () => {
    pdf = await aBoundFile(typesetter);
    structure = await BoundStructure.of(pdf);
  });
  afterAll(() => typesetter.close());

  it('holds that of each part of ours, and a section for each letter', () => {
    const { type, children } = structure.tree;
    expect(type).toBe('Document');
    expect(children.map((child) => [child.type, child.title])).toEqual([
      ['Part', 'आवरण'],
      ['Part', 'टिप्पणी पत्रक'],
      ['Part', 'पत्राचार'],
      ['Sect', 'C/1 बिना टैग का'],
      ['Sect', 'C/3 टैग सहित'],
      ['Sect', 'C/4 दोषपूर्ण'],
      ['Sect', 'C/5 कड़ियों सहित'],
    ]);
    const [, sheet, contents, plain, tagged] = children;
    expect(sheet?.children.map((child) => child.type)).toEqual(expect.arrayContaining(['H1', 'P']));
    expect(contents && everyElement(contents).map((each) => each.type)).toEqual(
      expect.arrayContaining(['Table', 'TH', 'TD']),
    );
    expect(plain?.marks).toEqual(['4:0', '5:0']);
    expect(tagged?.marks.length).toBeGreaterThan(10);
  });

  it('has no mark without its element, and no page but those that are seen', () => {
    expect(structure.marksWithoutParent()).toEqual([]);
    expect(structure.pageObjects).toBe(structure.pageCount);
    expect(everyElement(structure.tree).flatMap(({ annotations }) => annotations)).not.toContain(0);
  });

  it('lets the cells of a table name their heads', () => {
    const elements = everyElement(structure.tree);
    const ids = new Set(elements.flatMap(({ id }) => id ?? []));
    const headers = elements.flatMap((element) => element.headers);
    expect(headers.length).toBeGreaterThan(3);
    expect(headers.filter((header) => !ids.has(header))).toEqual([]);
  });

  it('has each link in it as a link, and a reference to nowhere as plain words', () => {
    const links = structure.links();
    expect(links.filter(({ tagged }) => !tagged)).toEqual([]);
    expect(links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ from: 2, to: 5, contents: placeName.page(2) }),
        expect.objectContaining({ from: 2, to: 2, contents: placeName.note(2) }),
      ]),
    );
    expect(links.filter(({ contents }) => contents === placeName.note(9))).toEqual([]);
    const empty = everyElement(structure.tree).filter(
      ({ type, annotations }) => type === 'Link' && annotations.length === 0,
    );
    expect(empty).toEqual([]);
  });

  it('keeps the links of a letter from page to page, of every form, and none to anywhere else', () => {
    const inner = structure.links().filter(({ contents }) => contents === null);
    expect(inner.map(({ from, to }) => [from, to])).toEqual([
      [8, 9],
      [8, 10],
      [8, 9],
      [8, 10],
      [8, 9],
    ]);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/example\.org|GoToR|Launch/);
  });

  itWith('qpdf')('marks words in Latin letters as English', async () => {
    const sheet = await typesetter.typeset(noteSheetPage(aNoteSheet([aNote(1, { text: REFERRING })])));
    const { output } = run('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], sheet);
    expect(output.match(/\/Lang \(en-IN\)/g)?.length).toBeGreaterThan(3);
  });

  itWith('qpdf')('leaves a sound PDF', () => {
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
  });
});

describe('a note sheet of its own', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  itWith('qpdf')('has a bookmark for each note, and leads from a reference to the note', async () => {
    const notes = [aNote(1, { text: REFERRING }), ...Array.from({ length: 11 }, (_, index) => aNote(index + 2))];
    const pdf = await typesetter.typeset(noteSheetPage(aNoteSheet(notes.filter(({ number }) => number !== 9))));
    const { outlines } = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', 'FILE'], pdf).output) as {
      outlines: { kids: { title: string; destpageposfrom1: number }[] }[];
    };
    const bookmarks = outlines[0]?.kids ?? [];
    expect(bookmarks.map(({ title }) => title)).toEqual(
      notes.filter(({ number }) => number !== 9).map(({ number }) => `N/${number} अमित सिंह, DH(EST)-2`),
    );
    expect(bookmarks.at(-1)?.destpageposfrom1).toBeGreaterThan(1);
    const links = (await BoundStructure.of(pdf)).links();
    expect(links.map(({ from, to }) => [from, to])).toEqual([[1, 1]]);
  });
});
