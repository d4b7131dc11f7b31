import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inline, ReferenceTarget, StructuredText } from '@patravali/contract';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { PDFDocument } from 'pdf-lib';
import { actingPdf, aPdf, decompressionBomb, pageTreeLoop } from '../../../../platform/typesetting/test/odd-pdfs';
import { leadsTo, pageTexts, seenPlaces } from '../../../../platform/typesetting/test/pdf-text';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { aLetter } from '../../../letters/test/samples';
import { aNote, aNoteSheet, aWholeFile, boundFile } from '../../test/samples';
import type { CorrespondencePdf } from './whole-file-data';

describe('a whole file', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  /** Letters in a row, their pages numbered as they come. */
  const inOrder = (letters: readonly { pdf: Uint8Array | string; pages: number; signed?: boolean }[]) => {
    let next = 1;
    return letters.map(({ pdf, pages, signed = false }, index): CorrespondencePdf => {
      const firstPage = next;
      next += pages;
      const title = `पत्र ${index + 1}`;
      return {
        serial: index + 1,
        firstPage,
        pageCount: pages,
        title,
        date: '2026-10-12',
        pdf,
        flag: null,
        signedOriginal: signed,
      };
    });
  };
  const compose = async (letters: Parameters<typeof inOrder>[0]) =>
    boundFile(typesetter, aWholeFile(inOrder(letters), aNoteSheet([aNote(1)])));
  const text = async (pdf: Uint8Array) => (await pageTexts(pdf)).map((page) => page.normalize('NFC'));

  it('has cover, note sheet, contents and every page of the letters under its number', async () => {
    const pages = await text(
      await compose([
        { pdf: await aPdf(2), pages: 2 },
        { pdf: await aPdf(1), pages: 1 },
      ]),
    );
    expect(pages).toHaveLength(6);
    expect(pages[0]).toMatch(/A-11011\/5\/2026-Estt.*अमित सिंह.* 2 नवम्बर 2026/s);
    expect(pages[1]).toContain('टिप्पणी पत्रक');
    expect(pages[2]).toMatch(/C\/1–2\s+पत्र 1\s+12 अक्टूबर 2026\s+2\s+C\/3/);
    expect(pages.slice(3).map((page) => page.match(/C\/\d+/g))).toEqual([['C/1'], ['C/2'], ['C/3']]);
  });

  it.each([0, 90, 180, 270])('stamps a page turned by %d degrees where its reader sees the top right', async (turn) => {
    for (const size of [
      [595, 842],
      [842, 595],
      [120, 90],
    ] as [number, number][]) {
      const pdf = await compose([{ pdf: await aPdf(1, { turn, size }), pages: 1 }]);
      const place = (await seenPlaces(pdf, 'C/1')).at(-1);
      expect(place).toMatchObject(
        turn % 180 === 0 ? { width: size[0], height: size[1] } : { width: size[1], height: size[0] },
      );
      const { width = 0, height = 0, across = 0, down = 0 } = place ?? {};
      expect(across / width).toBeGreaterThan(0.55);
      expect(down / height).toBeLessThan(0.3);
      expect(Math.min(across, width - across, down)).toBeGreaterThan(3);
    }
  });

  it('says of a signed letter that this is a copy, and keeps its words', async () => {
    const letter = await typesetter.typeset(letterPage(aLetter()));
    const pages = await text(await compose([{ pdf: letter, pages: 1, signed: true }]));
    expect(pages[2]).toContain('हस्ताक्षरित मूल की प्रति');
    expect(pages[3]).toContain('हस्ताक्षरित मूल की प्रति / Copy of the signed original');
    expect(pages[3]?.replace(/\s+/g, ' ')).toContain('प्रकरणों में बैंक खाते का सत्यापन');
  });

  it('takes a letter from a path as well as from bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patravali-letter-'));
    await writeFile(join(folder, 'letter.pdf'), await aPdf(1, { text: 'from disk' }));
    const pages = await text(await compose([{ pdf: join(folder, 'letter.pdf'), pages: 1 }]));
    expect(pages[3]).toContain('from disk 1');
    await rm(folder, { recursive: true });
  });

  it('puts a page that says so in the place of a letter that cannot be joined', async () => {
    const locked = await PDFDocument.load(await aPdf(1));
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    const letters = [
      { pdf: await locked.save(), pages: 1 },
      { pdf: new TextEncoder().encode('this is no PDF'), pages: 3 },
      { pdf: pageTreeLoop(), pages: 1 },
      { pdf: await aPdf(2), pages: 1 },
      { pdf: '/nowhere/at-all.pdf', pages: 1 },
      { pdf: await aPdf(1, { text: 'sound' }), pages: 1 },
    ];
    const pages = await text(await compose(letters));
    expect(pages).toHaveLength(9);
    for (const page of pages.slice(3, 8)) expect(page).toContain('यह पत्र यहाँ नहीं दिखाया जा सका');
    expect(pages[4]).toContain('C/2–4');
    expect(pages[8]).toMatch(/sound 1.*C\/8/s);
  });

  it('survives a letter that kills the process it is opened in, or keeps it busy for ever', async () => {
    const impatient = startTypesetter({ limits: { processorMs: 5_000, wallMs: 120_000 } });
    const letters = [
      { pdf: await aPdf(1, { text: 'first' }), pages: 1 },
      { pdf: decompressionBomb(60), pages: 1 },
      { pdf: await aPdf(1, { text: 'third' }), pages: 1 },
    ];
    const pages = await text(await boundFile(impatient, aWholeFile(inOrder(letters), aNoteSheet([aNote(1)]))));
    await impatient.close();
    expect(pages[3]).toContain('first 1');
    expect(pages[4]).toContain('यह पत्र यहाँ नहीं दिखाया जा सका');
    expect(pages[5]).toContain('third 1');
  }, 120_000);

  it('carries no script, action or link of a letter along, but what was filled in', async () => {
    const pdf = await compose([{ pdf: actingPdf(), pages: 1 }]);
    const document = await PDFDocument.load(pdf);
    const everything = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(everything).not.toMatch(/JavaScript|Launch|calc\.exe|OpenAction|\/AA|Widget/);
    expect(everything).toContain('/Stamp');
  });

  it('leads from its contents to each letter, from a note to what it refers to, and from each letter back', async () => {
    const refers = (label: string, to: ReferenceTarget): Inline => ({ type: 'reference', to, label });
    const notes = Array.from({ length: 12 }, (_, index) => aNote(index + 1));
    const text: StructuredText = {
      version: 1,
      paragraphs: [
        {
          children: [
            refers('C/2', { kind: 'correspondence', page: 2 }),
            refers('N/12', { kind: 'note', note: 12 }),
            refers('N/11¶21', { kind: 'note', note: 11, paragraph: 21 }),
            refers('C/9', { kind: 'correspondence', page: 9 }),
            refers('DFA', { kind: 'draft', draftId: '0b1c7c6e-6a0a-4a53-9a0c-0d5b0c9b1f11' }),
          ],
        },
      ],
    };
    const letters = inOrder([
      { pdf: await aPdf(2), pages: 2 },
      { pdf: await aPdf(1, { turn: 90 }), pages: 1 },
      { pdf: new TextEncoder().encode('this is no PDF'), pages: 3 },
    ]);
    const sheet = aNoteSheet([aNote(1, { text }), ...notes.slice(1)]);
    const pdf = await boundFile(typesetter, aWholeFile(letters, sheet));
    const pages = (await pageTexts(pdf)).map((page) => page.normalize('NFC'));
    const contents = pages.findIndex((page) => page.includes('C/4–6')) + 1;
    const pageOf = (start: RegExp) => pages.findIndex((page) => start.test(page)) + 1;
    expect(pageOf(/^12 23 /m)).toBeGreaterThan(2);

    expect(await leadsTo(pdf, 'C/2')).toEqual([contents + 2, contents]);
    expect(await leadsTo(pdf, 'N/12')).toEqual([pageOf(/^12 23 /m)]);
    expect(await leadsTo(pdf, 'N/11')).toEqual([pageOf(/^11 21 /m)]);
    expect(await leadsTo(pdf, 'C/9')).toEqual([null]);
    expect(await leadsTo(pdf, 'DFA')).toEqual([null]);
    expect(await leadsTo(pdf, 'पत्र 2')).toEqual([contents + 3]);
    expect(await leadsTo(pdf, 'C/3')).toEqual([contents + 3, contents]);
    expect((await leadsTo(pdf, 'C/4'))[0]).toBe(contents + 4);
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('patravali:');
  });

  it('names on the cover the latest summary and the latest self-contained note, which lead to their places', async () => {
    const notes = [
      aNote(1, { kind: 'running_summary' }),
      aNote(2, { kind: 'self_contained', sections: [4] }),
      aNote(3, { kind: 'running_summary' }),
      aNote(4, { kind: 'sectional', mainNote: 2 }),
    ];
    const pdf = await boundFile(typesetter, aWholeFile(inOrder([]), aNoteSheet(notes)));
    const pages = await text(pdf);
    const pageOf = (line: RegExp) => pages.findIndex((page) => line.test(page)) + 1;
    expect(pages[0]).toMatch(/क्रमिक सारांश\s+N\/3\s+स्वतःपूर्ण टिप्पणी\s+N\/2/);
    expect(pages[0]).not.toContain('N/1');
    expect((await leadsTo(pdf, 'N/3'))[0]).toBe(pageOf(/^3 क्रमिक सारांश/m));
    const selfContained = pageOf(/^2 स्वतःपूर्ण/m);
    expect((await leadsTo(pdf, 'N/2')).slice(0, 1)).toEqual([selfContained]);
    expect(await leadsTo(pdf, 'N/4')).toEqual([pageOf(/^4 N\/2 के अन्तर्गत/m)]);
  });

  it('lists a letter that was detached in its place, with its reason, and binds nothing for it', async () => {
    const author = { name: 'सुनीता यादव', designation: 'अनुभाग अधिकारी', marking: 'SO(EST)', actingFor: null };
    const docket = {
      afterNote: 1,
      afterMovement: 2,
      serial: 2,
      kind: 'received' as const,
      firstPage: 2,
      lastPage: 3,
      party: null,
      letterNumber: null,
      letterDate: null,
      diaryNumber: '7/2026',
      withdrawn: null,
      remarks: [],
      detached: { reason: 'अन्य पत्रावली का', author, at: '2026-11-23T06:00:00Z' },
    };
    const [first, gone, third] = inOrder([
      { pdf: await aPdf(1, { text: 'first' }), pages: 1 },
      { pdf: await aPdf(2, { text: 'gone' }), pages: 2 },
      { pdf: await aPdf(1, { text: 'third' }), pages: 1 },
    ]);
    if (!first || !gone || !third) throw new Error('no letters');
    const sheet = aNoteSheet([aNote(1)], { dockets: [docket] });
    const whole = aWholeFile([{ ...first, flag: 'puc' }, third], sheet);
    const pages = await text(await boundFile(typesetter, whole));
    expect(pages[2]).toMatch(/1 C\/1\s+वि०प०\s+पत्र 1.*2 C\/2–3 क्रम सं० 2 अलग किया गया: अन्य पत्रावली का.*3 C\/4 पत्र 3/s);
    expect(pages).toHaveLength(5);
    expect(pages[4]).toMatch(/third 1.*C\/4/s);
  });

  it('stamps a page as large as a wall so that its number can be read when it is printed on A4', async () => {
    const [small, large] = await Promise.all(
      [
        [595, 842],
        [5000, 7000],
        [7000, 5000],
      ].map(async (size) => {
        const pdf = await compose([{ pdf: await aPdf(1, { size: size as [number, number] }), pages: 1 }]);
        const place = (await seenPlaces(pdf, 'C/1')).at(-1);
        return { share: (place?.down ?? 0) / (place?.height ?? 1), ...place };
      }),
    );
    expect(large?.share).toBeCloseTo(small?.share ?? 0, 2);
  });

  itWith('qpdf')('can be walked through by its bookmarks, and is a sound PDF', async () => {
    const pdf = await compose([
      { pdf: await aPdf(2), pages: 2 },
      { pdf: await aPdf(1), pages: 1 },
    ]);
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    const outlines = run('qpdf', ['--json', '--json-key=outlines', 'FILE'], pdf).output;
    const { outlines: marks } = JSON.parse(outlines) as { outlines: Mark[] };
    expect(marks.map(({ title, destpageposfrom1: at }) => [title, at])).toEqual([
      ['आवरण', 1],
      ['टिप्पणी पत्रक', 2],
      ['पत्राचार', 3],
    ]);
    expect(marks[1]?.kids.map(({ title, destpageposfrom1: at }) => [title, at])).toEqual([
      ['N/1 अमित सिंह, DH(EST)-2', 2],
    ]);
    expect(marks[2]?.kids.map(({ title, destpageposfrom1: at }) => [title, at])).toEqual([
      ['C/1 पत्र 1', 4],
      ['C/3 पत्र 2', 6],
    ]);
  });
});

interface Mark {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Mark[];
}
