import { richText, runsOf } from './rich-text';

const spansOf = (...text: Parameters<typeof richText>) => richText(...text).map(runsOf);

const italic = (text: string) =>
  spansOf({ version: 1, paragraphs: [{ children: [{ type: 'text', text, marks: ['bold', 'italic'] }] }] }, 1)[0];

describe('Italic text on paper', () => {
  it('is underlined where its letters have no italics, and slanted where they have', () => {
    expect(italic('कृपया देखें: see File 5 तत्काल।')).toEqual([
      { text: 'कृपया देखें', bold: true, underline: true },
      { text: ': see File 5 ', bold: true, italic: true },
      { text: 'तत्काल', bold: true, underline: true },
      { text: '।', bold: true, italic: true },
    ]);
    expect(italic('ab initio')).toEqual([{ text: 'ab initio', bold: true, italic: true }]);
  });
});

describe('A text of more lines than anybody writes, frozen before that was refused', () => {
  it('keeps its words and its first lines, and shows where breaks are left out', () => {
    const lines = (count: number) => ({ children: [{ type: 'text' as const, text: `a${'\n'.repeat(count)}z` }] });
    const paragraphs = [lines(1500), lines(1500), lines(19_990), lines(0)];
    expect(spansOf({ version: 1, paragraphs }, 1).map(([span]) => span?.text)).toEqual([
      `a${'\n'.repeat(1500)}z`,
      `a${'\n'.repeat(500)} ¶ z`,
      'a ¶ z',
      'az',
    ]);
  });
});
