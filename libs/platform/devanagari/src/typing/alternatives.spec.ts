import { WORDS_AS_TYPED } from '../../test/words-as-typed';
import { alternativesTo, MOST_ALTERNATIVES } from './alternatives';
import type { Lexicon } from './lexicon';
import { loadLexicon } from './load-lexicon';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
});

/** Of the words that clerks typed, in hundredths: how often the first reading is meant, and how often one of those shown. */
function figures(known: Lexicon): { first: number; shown: number; missed: string[] } {
  const meant = WORDS_AS_TYPED.map(([latin, words]) => ({
    latin,
    words: words.split('|'),
    all: alternativesTo(latin, known),
  }));
  const first = meant.filter(({ words, all }) => words.includes(all[0] ?? ''));
  const shown = meant.filter(({ words, all }) => all.some((one) => words.includes(one)));
  const share = (list: readonly unknown[]) => (100 * list.length) / meant.length;
  const missed = meant.filter((one) => !first.includes(one)).map(({ latin, all }) => `${latin}: ${all.join(' ')}`);
  return { first: share(first), shown: share(shown), missed };
}

describe('Hindi typed in Latin letters', () => {
  it('is the word that was meant: first of all in 95 of 100, among five in 99', () => {
    expect(WORDS_AS_TYPED.length).toBeGreaterThanOrEqual(300);
    expect(new Set(WORDS_AS_TYPED.map(([latin]) => latin)).size).toBe(WORDS_AS_TYPED.length);
    const { first, shown, missed } = figures(lexicon);
    const alone = figures({ ...lexicon, root: { next: new Map(), price: null }, typedOtherwise: new Map() });
    console.info(
      `Of ${String(WORDS_AS_TYPED.length)} words as typed: first ${first.toFixed(1)} %, among five ${shown.toFixed(1)} %; ` +
        `by the rules without the list of words: first ${alone.first.toFixed(1)} %, among five ${alone.shown.toFixed(1)} %. ${missed.join('; ')}`,
    );
    expect(first).toBeGreaterThanOrEqual(95);
    expect(shown).toBeGreaterThanOrEqual(99);
    expect(alone.shown).toBeGreaterThanOrEqual(85);
  });

  it.each([
    ['Tripathi', 'त्रिपाठी'],
    ['RAMESH', 'रमेश'],
    ['sarkaroN', 'सरकारों'],
    ['paTTa', 'पट्टा'],
    ['computer', 'कम्प्यूटर'],
    ['a', 'अ'],
  ])('%s may be %s', (latin, meant) => {
    expect(alternativesTo(latin, lexicon)).toContain(meant);
  });

  it('reads a name that no list has by the rules', () => {
    expect(alternativesTo('kotvaa', lexicon)).toContain('कोटवा');
    expect(alternativesTo('phulpur', lexicon)).toContain('फूलपुर');
  });

  it('answers at most five readings, each once, all of them in Devanagari', () => {
    for (const [latin] of WORDS_AS_TYPED) {
      const all = alternativesTo(latin, lexicon);
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThanOrEqual(MOST_ALTERNATIVES);
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((one) => !/^[\u0900-\u097f]+$/.test(one))).toEqual([]);
      expect(all.filter((one) => one !== one.normalize('NFC'))).toEqual([]);
    }
  });

  it.each(['', 'C/1', 'abc1', 'वेतन', 'a b', 'é', 'x'.repeat(41)])('leaves alone what is no Latin word: %p', (other) => {
    expect(alternativesTo(other, lexicon)).toEqual([]);
  });
});
