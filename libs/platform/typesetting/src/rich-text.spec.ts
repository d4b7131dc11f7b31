import { richText } from './rich-text';

const italic = (text: string) =>
  richText({ version: 1, paragraphs: [{ children: [{ type: 'text', text, marks: ['bold', 'italic'] }] }] })[0];

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
