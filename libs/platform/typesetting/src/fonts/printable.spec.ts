import fc from 'fast-check';
import { startTypesetter } from '@patravali/typesetting';
import { aRegister } from '../../test/samples';
import { BREAK_HERE, NO_BREAK } from './breakable';
import { printable, unprintableCharacters } from './printable';
import { printableData } from './printable-data';

describe('text that can be printed', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('leaves Hindi and English as they are, joiners and all', () => {
    const text = 'क्\u200dष, र्\u200dय, फ़ाइल – “₹ 1,284” १२३ ॥ naïve';
    expect(printable(text)).toBe(text);
  });

  it('shows a box and the code of what has no glyph, drops control characters, keeps line ends', () => {
    expect(printable('a\u0000\u0007\tb\nc😀中\ud800')).toBe('a b\nc□[U+1F600]□[U+4E2D]\ufffd');
  });

  it('has glyphs for Urdu, Bengali, Gurmukhi, Tamil, Gujarati, and for the signs of an office', () => {
    const text = 'محمد گڑھ ٹ ے رবীন্দ্রনাথ ਪੰਜਾਬੀ தமிழ்நாடு ગુજરાત ≥ ≤ → ✓ ☑ □ ● √ ∴';
    expect(unprintableCharacters(text)).toEqual([]);
    expect(printable(text)).toBe(text);
  });

  it('has a sign on a letter only if one font of ours sets both, or the page could not be set', async () => {
    expect(printable('वे\u1cd1 x\u1cd1')).toBe('वे\u1cd1 x□[U+1CD1]');
    expect(unprintableCharacters('वे\u1cd1 x\u1cd1')).toEqual(['\u1cd1']);
    const all = Array.from({ length: 0x1e000 }, (_, code) => String.fromCodePoint(code));
    const signs = all.filter(
      (each) => /\p{M}|\p{Default_Ignorable_Code_Point}/u.test(each) && unprintableCharacters(each).length === 0,
    );
    expect(signs.length).toBeGreaterThan(500);
    const rows = signs.map((sign) => ['x', ']', 'क', 'é', 'א', '\u200d'].map((letter) => letter + sign));
    const widths = [1, 1, 1, 1, 1, 1];
    const register = { ...aRegister(rows), columns: widths.map((width, at) => ({ heading: String(at), width })) };
    expect((await typesetter.register(register)).length).toBeGreaterThan(10_000);
  });

  it('names each character without a glyph once, and nothing that has no ink', () => {
    expect(unprintableCharacters('क😀\u0007 中😀\u200b\ufe0f\ue000')).toEqual(['😀', '中', '\ue000']);
  });

  it('has lost zero-width spaces, byte order marks and signs that turn the direction', () => {
    expect(printable('\ufeffपत्र\u200b \u202e12')).toBe('पत्र 12');
  });

  it('breaks only what is longer than any word, and there between letters', () => {
    expect(printable('निर्णय'.repeat(3))).not.toContain(BREAK_HERE);
    const parts = printable('क्षि'.repeat(50)).split(BREAK_HERE);
    expect(parts).toEqual(Array.from({ length: 50 }, () => 'क्षि'));
    expect(printable('😀'.repeat(500))).toBe('□[U+1F600]×500');
  });

  it('breaks an address after its stops and before its hyphens', () => {
    const address = 'https://upbhulekh.gov.in/azamgarh/land-records/2026.pdf';
    expect(printable(address).split(BREAK_HERE)).toEqual([
      'https://',
      'upbhulekh.',
      'gov.',
      'in/',
      'azamgarh/',
      'land',
      `-${NO_BREAK}records/`,
      '2026.',
      'pdf',
    ]);
  });

  it('keeps a compound on one line, whose hyphen a reader would drop', () => {
    expect(printable('खण्ड-विकास A-11011/5')).toBe(`खण्ड-${NO_BREAK}विकास A-11011/5`);
  });

  it('is every text of the data for a template, wherever it stands', () => {
    const long = 'x'.repeat(15);
    expect(printableData({ a: '中', b: [{ c: 'd😀', e: 1, f: null }], rows: [[long]], g: long }, ['rows'])).toEqual({
      a: '□[U+4E2D]',
      b: [{ c: 'd□[U+1F600]', e: 1, f: null }],
      g: long,
      rows: [[Array.from({ length: 15 }, () => 'x').join(BREAK_HERE)]],
    });
  });

  it('whatever it is, a page can be set of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }), async (texts) => {
        const register = { ...aRegister(texts.map((text) => [text, text, text])), title: texts[0] ?? '' };
        expect((await typesetter.register(register)).length).toBeGreaterThan(1000);
      }),
      { numRuns: 40 },
    );
  });
});
