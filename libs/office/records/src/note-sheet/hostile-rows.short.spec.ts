import { startTypesetter } from '@patravali/typesetting';
import { aPdf } from '../../../../platform/typesetting/test/odd-pdfs';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { aRegister, written } from '../../../../platform/typesetting/test/samples';
import { aNote, aNoteSheet, aWholeFile, boundFile } from '../../test/samples';
import { noteSheetPage } from './note-sheet-page';

/** What a row may hold that was stored before such text was cleaned, or that no font of ours has. */
const HOSTILE: readonly (readonly [kind: string, text: string])[] = [
  ['a private character', 'लोगो \ue000\u{f0000} यहाँ'],
  ['a mark without its letter', '\u093f \u0301 \u094d\u093e \u064b'],
  ['control characters', 'क\u0001\u0008\u001b[31m\u007f\u0085ख'],
  ['ten thousand letters without a space', 'क्षि'.repeat(2500)],
  ['an address of stops', 'a/'.repeat(1000)],
  ['ten thousand emoji', '😀'.repeat(10_000)],
  ['a direction turned over', '\u202e2026/5\u202c \u2066\u2067अ\u2069'],
  ['zero width', '\ufeffप\u200bत्र\u2060\u00ad'],
  ['half a character', 'अ\ud800ब\udc00'],
  ['a hundred marks on one letter', `क${'\u0301'.repeat(100)}`],
  ['markup', '#panic() $x$ ]] \\u{41} <img src=x> {page}'],
];

describe.each(HOSTILE)('A row with %s', (_, text) => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const note = aNote(2, { text: written(text), author: { ...aNote(1).author, name: text.slice(0, 100) } });
  const sheet = aNoteSheet([aNote(1), note, aNote(3)], { subject: text.slice(0, 1000) });

  it('does not keep a note sheet from being printed, nor the whole file', async () => {
    expect(await pdfText(await typesetter.typeset(noteSheetPage(sheet)))).toContain('टिप्पणी पत्रक');
    const letter = {
      serial: 1,
      firstPage: 1,
      pageCount: 1,
      title: text.slice(0, 200),
      date: '2026-10-12',
      flag: null,
      signedOriginal: false,
    };
    const file = aWholeFile([{ ...letter, pdf: await aPdf(1) }], sheet);
    expect(await pdfText(await boundFile(typesetter, file))).toContain('C/1');
  });

  it.each([9, 10])('does not keep a register of %d columns from being printed', async (count) => {
    const columns = Array.from({ length: count }, (_each, index) => ({
      heading: `स्तम्भ ${index}`,
      width: 2 + (index % 3),
    }));
    const row = (cell: string) => columns.map(() => cell);
    const register = { ...aRegister([row('पहली'), row(text.slice(0, 1000)), row('अन्तिम')]), columns };
    const read = await pdfText(await typesetter.register(register));
    expect(read).toContain('पहली');
    expect(read).toContain('अन्तिम');
  });
});

describe('A character that cannot be printed', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('stands on a note sheet and in a register as a box with its code', async () => {
    const sheet = aNoteSheet([aNote(1, { text: written('बधाई 😀') })]);
    expect(await pdfText(await typesetter.typeset(noteSheetPage(sheet)))).toContain('बधाई □[U+1F600]');
    expect(await pdfText(await typesetter.register(aRegister([['1', '中', '']])))).toContain('□[U+4E2D]');
  });
});

describe('A note of forty paragraphs of line breaks, frozen before there was a limit', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('is printed to its end', async () => {
    const old = Array.from({ length: 40 }, () => `क${'\n'.repeat(19_900)}अन्तिम शब्द`);
    const sheet = aNoteSheet([aNote(1, { text: written(...old) })]);
    expect(await pdfText(await typesetter.typeset(noteSheetPage(sheet)))).toContain('अन्तिम शब्द');
  });
});
