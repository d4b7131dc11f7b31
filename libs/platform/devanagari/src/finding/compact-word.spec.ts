import { wordsIn } from './words-in';
import { COMMON_WORDS } from '../typing/common-words';
import { compactWord } from './compact-word';

describe('a word in short', () => {
  const words = [...new Set(wordsIn(COMMON_WORDS))];

  it('has a byte for each letter, but for the rarest', () => {
    const kept = words.map(compactWord).filter((word) => Buffer.byteLength(word) > word.length);
    expect(words.length).toBeGreaterThan(5000);
    expect(kept.length).toBeLessThan(words.length / 500);
  });

  it('is no other word, in Devanagari or in Latin', () => {
    const all = [...words, ...wordsIn('pension vetan 1234 abc xyz')];
    expect(new Set(all.map(compactWord)).size).toBe(new Set(all).size);
    expect(compactWord('pension2026')).toBe('pension2026');
  });

  it('has no sign that PostgreSQL sets apart', () => {
    expect(words.map(compactWord).join('')).not.toMatch(/['\\:@\s]/);
  });
});
