import fc from 'fast-check';
import { aLetter, written } from '../test/samples';
import { printable } from './printable';
import { startPress } from './index';
import { WORDS } from './words';

describe('text that can be printed', () => {
  const press = startPress();
  afterAll(() => press.close());

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

  it('whatever it is, a letter can be set of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }), async (texts) => {
        const letter = aLetter({ subject: texts[0] ?? '', body: written(...texts), enclosures: texts });
        expect((await press.letter(letter)).length).toBeGreaterThan(1000);
      }),
      { numRuns: 40 },
    );
  });

  it('has the same fixed words in both languages', () => {
    const keys = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'string' ? [key] : keys(value as object).map((each) => `${key}.${each}`),
      );
    expect(keys(WORDS.hi)).toEqual(keys(WORDS.en));
  });
});
