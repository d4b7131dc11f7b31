const soundsOf = (letters: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(letters).flatMap(([sound, alike]) => Array.from(alike, (letter) => [letter, sound] as const)));

/** Aspirates, the places of n and t, व and ब are not told apart: people type one for the other. */
const CONSONANTS = soundsOf({
  k: 'कख',
  g: 'गघ',
  n: 'ङञणनं',
  C: 'चछ',
  j: 'जझ',
  t: 'टठतथ',
  d: 'डढदध',
  p: 'प',
  f: 'फ',
  b: 'बभव',
  m: 'म',
  y: 'य',
  r: 'र',
  l: 'लळ',
  s: 'शषस',
  h: 'ह',
});
/** Short and long sound alike, but for आ: `A` until it is known which script asks. */
const VOWELS = soundsOf({ a: 'अ', A: 'आा', i: 'इईिी', u: 'उऊुू', R: 'ऋृ', e: 'एे', E: 'ऐै', o: 'ओो', O: 'औौ' });
const VOWEL_SIGN = /[\u093e-\u094c]/;
const VIRAMA = '\u094d';

/** What people write in Latin letters for the same sounds, in this order. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/chh?/g, 'C'],
  [/ph/g, 'f'],
  [/sh/g, 's'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/[vw]/g, 'b'],
  [/(?<=[kgCjtdbs])h/g, ''],
  // tehsil, verma
  [/eh/g, 'ah'],
  [/er(?=[a-zC])(?![aeiou])/g, 'ar'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
];
/** What both scripts share once the letters are told, in this order. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/E/g, 'ai'],
  [/O/g, 'au'],
  [/R/g, 'ri'],
  [/y/g, 'i'],
  [/m(?=[pbf])/g, 'n'],
  [/a/g, ''],
  [/ei/g, 'e'],
  [/(.)\1+/g, '$1'],
];
/** Longer ones are no words, and would cost much. */
const LONGEST = 40;

const changed = (text: string, changes: typeof ALIKE) =>
  changes.reduce((now, [from, to]) => now.replace(from, to), text);

export interface Pronunciation {
  /** For comparing with others of its script, whose writers do write आ; of a Latin word the same as `heard`. */
  readonly spelt: string;
  /** For comparing with words of either script: alike for तहसीलदार, तहसिलदार and "tahsildar". */
  readonly heard: string;
}

/** How a folded word sounds, roughly. Both are empty where it has no letters of these scripts. */
export function pronunciationOf(word: string): Pronunciation {
  // सिंह is written Singh, ज्ञान gyan.
  const letters = Array.from(word.slice(0, LONGEST).replace(/ंह$/, 'ंघ').replaceAll('ज्ञ', 'ग्य'));
  const told = letters.map((letter, at) => soundOfLetter(letter, letters[at + 1])).join('');
  const latin = changed(told, WRITTEN);
  return { spelt: changed(latin, ALIKE), heard: changed(latin.replaceAll('A', ''), ALIKE) };
}

/** A consonant that bears no other vowel bears अ; a nasal at the end is heard by nobody. */
function soundOfLetter(letter: string, next: string | undefined): string {
  const vowel = VOWELS.get(letter);
  if (vowel !== undefined) return vowel;
  const consonant = CONSONANTS.get(letter);
  if (consonant === undefined) return /[a-z0-9]/.test(letter) ? letter : '';
  if (letter === 'ं') return next === undefined ? '' : consonant;
  return next !== undefined && (next === VIRAMA || VOWEL_SIGN.test(next)) ? consonant : `${consonant}a`;
}
