import { italicPieces } from './italics';

const uprightIn = (text: string) => italicPieces(text).flatMap((piece) => (piece.upright ? [piece.text] : []));

describe('Italic text', () => {
  it('is upright from the first to the last letter of a script without italics, and slanted beside it', () => {
    expect(italicPieces('कृपया देखें: see File 5 तत्काल।')).toEqual([
      { text: 'कृपया देखें', upright: true },
      { text: ': see File 5 ', upright: false },
      { text: 'तत्काल', upright: true },
      { text: '।', upright: false },
    ]);
  });

  it('is upright in every script but Latin', () => {
    const words = ['दफ़्तर', 'دفتر', 'দপ্তর', 'કચેરી', 'ਦਫ਼ਤਰ', 'அலுவலகம்'];
    expect(words.flatMap((word) => uprightIn(`(${word})`))).toEqual(words);
    expect(uprightIn('ab initio, 5 µm – naïve')).toEqual([]);
  });

  it('is upright at the digits of such a script too', () => {
    expect(uprightIn('१२ मार्च, २०२६')).toEqual(['१२ मार्च, २०२६']);
    expect(uprightIn('12 March 2026')).toEqual([]);
  });

  it('loses no letter by it', () => {
    for (const text of ['', 'ए', '  ', 'a ए b ऐ', 'क्‍या (what) है?']) {
      const pieces = italicPieces(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }
  });
});
