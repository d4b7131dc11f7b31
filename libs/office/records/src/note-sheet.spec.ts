import { startTypesetter } from '@patravali/typesetting';
import { pageTexts, pdfText } from '../../../platform/typesetting/test/pdf-text';
import { written } from '../../../platform/typesetting/test/samples';
import { itWith, run } from '../../../platform/typesetting/test/tools';
import { aNote, aNoteSheet } from '../test/samples';
import type { NoteSheetData } from './note-sheet-data';
import { noteSheetPage } from './note-sheet-page';

describe('a note sheet', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const typesetSheet = (sheet: NoteSheetData) => typesetter.typeset(noteSheetPage(sheet));

  it('prints each note under its number, its paragraphs under theirs, and who wrote it for whom', async () => {
    const author = { name: 'अमित सिंह', designation: 'समीक्षा अधिकारी', marking: 'DH(EST)-2', actingFor: 'सुनीता यादव' };
    const text = await pdfText(await typesetSheet(aNoteSheet([aNote(7, { firstParagraph: 13, author })])));
    expect(text).toContain('7 13 कृपया जिला');
    expect(text).toContain('14 शेष 317');
    expect(text).toContain('अमित सिंह समीक्षा अधिकारी · DH(EST)-2 कृते सुनीता यादव 22 नवम्बर 2026, 16:40');
  });

  it('shows what was decided, and a signature alone as one', async () => {
    const signature = aNote(2, { text: { version: 1, paragraphs: [] }, firstParagraph: null });
    const notes = [aNote(1, { decision: 'approved' }), signature, aNote(3, { decision: 'not_approved' })];
    const text = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(text).toMatch(/Approved.* 2 अमित सिंह.*Not approved/);
  });

  it('prints references by their label', async () => {
    const children = [
      { type: 'text', text: 'देखें ' },
      { type: 'reference', to: { kind: 'correspondence', page: 1 }, label: 'C/1' },
      { type: 'text', text: ' तथा ', marks: ['bold', 'italic', 'underline'] },
      { type: 'reference', to: { kind: 'note', note: 1, paragraph: 2 }, label: 'N/1¶2' },
    ] as const;
    const note = aNote(1, {
      text: { version: 1, paragraphs: [{ children: children.map((each) => ({ ...each })) as never }] },
    });
    expect(await pdfText(await typesetSheet(aNoteSheet([note])))).toContain('देखें C/1 तथा N/1¶2');
  });

  it('says on every page who had it made, when by the clock of India, and which page it is', async () => {
    const notes = Array.from({ length: 30 }, (_, index) => aNote(index + 1));
    const pages = await pageTexts(await typesetSheet(aNoteSheet(notes)));
    pages.forEach((page, index) => {
      expect(page).toContain('सुनीता यादव, लेखा परीक्षक');
      expect(page).toContain('25 नवम्बर 2026, 01:30 को तैयार किया गया');
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  it('never leaves a signature alone on a page', async () => {
    const notes = Array.from({ length: 40 }, (_, index) => aNote(index + 1));
    for (const page of (await pageTexts(await typesetSheet(aNoteSheet(notes)))).slice(1))
      expect(page.indexOf('अमित सिंह')).toBeGreaterThan(page.indexOf('आलेख अनुमोदनार्थ'));
  });

  it('takes a paragraph that is longer than a page', async () => {
    const long = Array.from({ length: 1500 }, (_, index) => `शब्द${index}`).join(' ');
    const text = await pdfText(await typesetSheet(aNoteSheet([aNote(1), aNote(2, { text: written(long) })])));
    for (const word of ['शब्द0', 'शब्द700', 'शब्द1499']) expect(text).toContain(word);
    expect(text.match(/अमित सिंह/g)).toHaveLength(2);
  });

  it('of a file on which nobody has written says so', async () => {
    expect(await pdfText(await typesetSheet(aNoteSheet([])))).toContain('अभी कोई टिप्पणी नहीं है');
  });

  itWith('qpdf')('of 500 notes is one sound PDF', async () => {
    const notes = Array.from({ length: 500 }, (_, index) => aNote(index + 1));
    const pdf = await typesetSheet(aNoteSheet(notes));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    expect(await pdfText(pdf)).toContain('1000 शेष 317');
  });
});
