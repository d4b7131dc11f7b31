import { FUNCTION_WORDS, RUNNING_TEXT } from '../../test/running-words';
import { WORDS_AS_TYPED } from '../../test/words-as-typed';
import { alternativesTo, MOST_ALTERNATIVES } from './alternatives';
import type { Lexicon } from './lexicon';
import { loadLexicon } from './load-lexicon';
import { otherSpellingsOf } from './other-spellings';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
});

type Typed = readonly (readonly [latin: string, meant: string])[];

const isSame = (one: string, other: string) =>
  one === other || otherSpellingsOf(one).includes(other) || otherSpellingsOf(other).includes(one);

/** Of the words that were typed, in hundredths: how often the first reading is meant, and how often one of those shown. */
function figures(typed: Typed, known: Lexicon): { first: number; shown: number; missed: string[] } {
  const read = typed.map(([latin, words]) => {
    const all = alternativesTo(latin, known);
    const place = all.findIndex((one) => words.split('|').some((word) => isSame(word.normalize('NFC'), one)));
    return { latin, words, all, place };
  });
  const share = (places: (place: number) => boolean) =>
    (100 * read.filter(({ place }) => places(place)).length) / read.length;
  const missed = read.filter(({ place }) => place !== 0);
  return {
    first: share((place) => place === 0),
    shown: share((place) => place >= 0),
    missed: missed.map(({ latin, words, all }) => `${latin} (${words}): ${all.join(' ')}`),
  };
}

describe('Hindi typed in Latin letters', () => {
  it('is the word that was meant: first of all in 95 of 100, among five in 99', () => {
    expect(WORDS_AS_TYPED.length).toBeGreaterThanOrEqual(300);
    expect(new Set(WORDS_AS_TYPED.map(([latin]) => latin)).size).toBe(WORDS_AS_TYPED.length);
    const { first, shown, missed } = figures(WORDS_AS_TYPED, lexicon);
    const alone = figures(WORDS_AS_TYPED, {
      ...lexicon,
      root: { next: new Map(), price: null },
      typedOtherwise: new Map(),
    });
    console.info(
      `Of ${String(WORDS_AS_TYPED.length)} words as typed: first ${first.toFixed(1)} %, among five ${shown.toFixed(1)} %; ` +
        `by the rules without the list of words: first ${alone.first.toFixed(1)} %, among five ${alone.shown.toFixed(1)} %. ${missed.join('; ')}`,
    );
    expect(first).toBeGreaterThanOrEqual(95);
    expect(shown).toBeGreaterThanOrEqual(99);
    expect(alone.shown).toBeGreaterThanOrEqual(85);
  });

  it('is running Hindi, on which nothing was tuned: first of all in 90 of 100 words, among five in 97', () => {
    const words = RUNNING_TEXT.flatMap(([latin, meant]) => {
      const means = meant.split(' ');
      return latin.split(' ').map((word, place) => [word, means[place] ?? ''] as const);
    });
    expect(words.length).toBeGreaterThanOrEqual(300);
    expect(words.filter(([, meant]) => meant === '')).toEqual([]);
    const { first, shown, missed } = figures(words, lexicon);
    console.info(
      `Of ${String(words.length)} running words: first ${first.toFixed(1)} %, among five ${shown.toFixed(1)} %. ${missed.join('; ')}`,
    );
    expect(first).toBeGreaterThanOrEqual(90);
    expect(shown).toBeGreaterThanOrEqual(97);
  });

  it.each(FUNCTION_WORDS)('%s is %s, in the first or second place', (latin, meant) => {
    const two = alternativesTo(latin, lexicon).slice(0, 2);
    expect(two.filter((one) => meant.split('|').includes(one))).not.toEqual([]);
  });

  it.each([
    ['khilaf', 'खिलाफ'],
    ['khilaf', 'ख़िलाफ़'],
    ['wapas', 'वापस'],
    ['barsat', 'बरसात'],
    ['bachcho', 'बच्चों'],
    ['safaltapurvak', 'सफलतापूर्वक'],
    ['supreme', 'सुप्रीम'],
    ['degree', 'डिग्री'],
    ['jewellery', 'ज्वेलरी'],
    ['GPF', 'जीपीएफ'],
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
