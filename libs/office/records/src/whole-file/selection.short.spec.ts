import {
  type FileSelection,
  includes,
  type Inline,
  joined,
  readSelection,
  type ReferenceTarget,
  type StructuredText,
  writeSelection,
} from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import fc from 'fast-check';
import { aPdf } from '../../../../platform/typesetting/test/odd-pdfs';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { BoundStructure } from '../../test/bound-structure';
import { aNote, aNoteSheet, aWholeFile, boundFile } from '../../test/samples';
import { pagesOf } from './select-part';
import type { CorrespondencePdf } from './whole-file-data';

const selected = (typed: string): FileSelection => readSelection(typed) ?? { pages: [], notes: [] };

/** A file with so many pages in each letter, and notes that refer to everything on it. */
async function aFile(letterPages: readonly number[], noteCount: number) {
  let next = 1;
  const letters: CorrespondencePdf[] = [];
  for (const pageCount of letterPages) {
    const pdf = await aPdf(pageCount, { text: `letter ${letters.length + 1} sheet` });
    const letter = { serial: letters.length + 1, firstPage: next, pageCount, title: `पत्र ${letters.length + 1}` };
    letters.push({ ...letter, date: null, flag: null, pdf, signedOriginal: false });
    next += pageCount;
  }
  const pages = next - 1;
  const refer = (label: string, to: ReferenceTarget): Inline => ({ type: 'reference', to, label });
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const children = [
    ...numbers(pages).map((page) => refer(`C/${page} `, { kind: 'correspondence', page })),
    ...numbers(noteCount).map((note) => refer(`N/${note} `, { kind: 'note', note })),
  ];
  const text: StructuredText = { version: 1, paragraphs: [{ children }] };
  const sheet = aNoteSheet(numbers(noteCount).map((number) => aNote(number, { text, firstParagraph: number })));
  return { letters, sheet, pages };
}

/** What `WholeFilePdf` makes of a file and a selection. */
function partOf({ letters, sheet }: Awaited<ReturnType<typeof aFile>>, selection: FileSelection) {
  const lasting = (letter: CorrespondencePdf) => ({ ...letter, lastPage: letter.firstPage + letter.pageCount - 1 });
  const some = letters.flatMap((letter) => {
    const pages = pagesOf(lasting(letter), selection);
    return pages.length > 0 ? [{ ...letter, pages }] : [];
  });
  const notes = sheet.notes.filter(({ number }) => includes(selection.notes, number));
  return { ...aWholeFile(some, { ...sheet, notes }), selection };
}

describe('a PDF of a selection', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  const some = (most: number) => fc.array(fc.tuple(fc.integer({ min: 1, max: most }), fc.nat(3)), { maxLength: 3 });
  const stretches = (chosen: [number, number][], most: number) =>
    joined(chosen.map(([first, more]) => ({ first: Math.min(first, most), last: Math.min(first + more, most) })));

  it('holds what was selected and nothing else, and leads to each place in it and to none outside', async () => {
    const scenario = fc.record({
      letterPages: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      noteCount: fc.integer({ min: 1, max: 5 }),
      pages: some(12),
      notes: some(5),
    });
    const check = fc.asyncProperty(scenario, async ({ letterPages, noteCount, pages, notes }) => {
      const file = await aFile(letterPages, noteCount);
      const selection = { pages: stretches(pages, file.pages), notes: stretches(notes, noteCount) };
      fc.pre(selection.pages.length + selection.notes.length > 0);
      const pdf = await boundFile(typesetter, partOf(file, selection));
      const texts = await pageTexts(pdf);

      const sheets = file.letters.flatMap(({ serial, firstPage, pageCount }) =>
        Array.from({ length: pageCount }, (_, at) => ({
          page: firstPage + at,
          words: `letter ${serial} sheet ${at + 1}`,
        })),
      );
      const wanted = sheets.filter(({ page }) => includes(selection.pages, page));
      const copies = texts.filter((text) => text.includes(' sheet '));
      expect(copies.map((text) => sheets.find(({ words }) => text.includes(words))?.page)).toEqual(
        wanted.map(({ page }) => page),
      );
      copies.forEach((text, at) => {
        expect(text).toContain(`C/${wanted[at]?.page}`);
        expect(text.normalize('NFC')).toContain('तैयार किया गया');
      });

      const structure = await BoundStructure.of(pdf);
      const firstCopy = structure.pageCount - wanted.length + 1;
      const noteCountSelected = file.sheet.notes.filter(({ number }) => includes(selection.notes, number)).length;
      const links = structure.links();
      for (const { page } of sheets) {
        const at = wanted.findIndex((each) => each.page === page);
        const leading = links.filter(({ contents }) => contents === `C/${page}`);
        // From each note selected, and of the first page of a letter's selection from its two places among the contents.
        expect(leading.length).toBeGreaterThanOrEqual(at < 0 ? 0 : noteCountSelected);
        expect(new Set(leading.map(({ to }) => to))).toEqual(new Set(leading.length > 0 ? [firstCopy + at] : []));
      }
      for (const { number } of file.sheet.notes) {
        const leading = links.filter(({ contents }) => contents === `N/${number}`);
        expect(leading.length).toBe(includes(selection.notes, number) ? noteCountSelected : 0);
      }
      expect(links.filter(({ to }) => to < 1)).toEqual([]);
      expect(structure.marksWithoutParent()).toEqual([]);
    });
    await fc.assert(check, { numRuns: 12 });
  }, 120_000);

  it('says on its cover what was selected; a single page comes alone, with its number and its foot', async () => {
    const file = await aFile([3, 2], 2);
    const selection = selected('C/2-4, N/2');
    const [cover = '', sheet = '', contents = ''] = await pageTexts(
      await boundFile(typesetter, partOf(file, selection)),
    );
    expect(cover).toContain(writeSelection(selection));
    expect(cover.normalize('NFC')).toContain('पत्रावली का अंश');
    expect(sheet).toContain('(N/2)');
    expect(contents).toMatch(/C\/2–3.*C\/4/s);
    const alone = await pageTexts(await boundFile(typesetter, partOf(file, selected('C/5'))));
    expect(alone).toHaveLength(1);
    expect(alone[0]).toMatch(/letter 2 sheet 2.*C\/5.*A-11011\/5\/2026-Estt/s);
  });

  itWith('qpdf')('has bookmarks for the notes and letters in it', async () => {
    const pdf = await boundFile(typesetter, partOf(await aFile([3, 2], 3), selected('C/3-4, N/2-3')));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    const { outlines } = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', 'FILE'], pdf).output) as {
      outlines: { title: string; destpageposfrom1: number; kids: { title: string; destpageposfrom1: number }[] }[];
    };
    expect(outlines.map(({ title, kids }) => [title, kids.map((kid) => [kid.title, kid.destpageposfrom1])])).toEqual([
      ['आवरण', []],
      ['टिप्पणी पत्रक', [['N/2 अमित सिंह, DH(EST)-2', 2], ['N/3 अमित सिंह, DH(EST)-2', 2]]], // prettier-ignore
      ['पत्राचार', [['C/3 पत्र 1', 4], ['C/4 पत्र 2', 5]]], // prettier-ignore
    ]);
  });
});
