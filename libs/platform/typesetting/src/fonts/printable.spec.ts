import fc from 'fast-check';
import { aRegister } from '../../test/samples';
import { startTypesetter } from '../index';
import { printable } from './printable';
import { printableData } from './printable-data';

describe('text that can be printed', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('leaves Hindi and English as they are, joiners and all', () => {
    const text = 'क्\u200dष, र्\u200dय, फ़ाइल – “₹ 1,284” १२३ ॥ naïve';
    expect(printable(text)).toBe(text);
  });

  it('names what has no glyph, drops control characters, keeps line ends', () => {
    expect(printable('a\u0000\u0007\tb\nc😀中\ud800')).toBe('a b\nc[U+1F600][U+4E2D]\ufffd');
  });

  it('lets only what is longer than any word break, and between letters', () => {
    expect(printable('निर्णय'.repeat(3))).not.toContain('\u200b');
    const parts = printable('कि'.repeat(100)).split('\u200b');
    expect(parts.map((part) => part.length)).toEqual([80, 80, 40]);
  });

  it('is every text of the data for a template, wherever it stands', () => {
    const long = 'x'.repeat(15);
    expect(printableData({ a: '中', b: [{ c: 'd😀', e: 1, f: null }], rows: [[long]], g: long }, ['rows'])).toEqual({
      ...{ a: '[U+4E2D]', b: [{ c: 'd[U+1F600]', e: 1, f: null }], g: long },
      rows: [[`${'x'.repeat(14)}\u200bx`]],
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
