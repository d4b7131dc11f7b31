/** Consonants as one types them, those alike that people do not tell apart in Latin letters. */
const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'k',
  ग: 'g',
  घ: 'g',
  ङ: 'n',
  च: 'ch',
  छ: 'ch',
  ज: 'j',
  झ: 'j',
  ञ: 'n',
  ट: 't',
  ठ: 't',
  ड: 'd',
  ढ: 'd',
  ण: 'n',
  त: 't',
  थ: 't',
  द: 'd',
  ध: 'd',
  न: 'n',
  प: 'p',
  फ: 'f',
  ब: 'b',
  भ: 'b',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  व: 'v',
  श: 's',
  ष: 's',
  स: 's',
  ह: 'h',
  ळ: 'l',
  'ं': 'n',
  'ँ': 'n',
};
const VOWELS: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'a',
  इ: 'i',
  ई: 'i',
  उ: 'u',
  ऊ: 'u',
  ऋ: 'r',
  ए: 'e',
  ऐ: 'e',
  ओ: 'o',
  औ: 'o',
};
/** What is written in Latin letters, one after the other; `C` is the sound that is written `ch`. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/chh?/g, 'C'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/q/g, 'k'],
  [/([kgCjtdbs])h/g, '$1'],
  [/^(ee|ii)/, 'i'],
  [/^(oo|uu)/, 'u'],
  [/^ai/, 'e'],
  [/^au/, 'o'],
];
const LONGEST = 60;

/**
 * How a word sounds, roughly: alike for लेखाकार, "lekhakar" and "lekhaakaar". Its consonants, and the vowel with which it begins:
 * for finding what somebody types in either script.
 */
export function soundOf(word: string): string {
  const short = word.slice(0, LONGEST).normalize('NFD').toLowerCase().replaceAll('़', '');
  const latin = Array.from(short.replaceAll('ज्ञ', 'gy'), (sign, at) => {
    const vowel = VOWELS[sign];
    if (vowel !== undefined) return at === 0 ? vowel : '';
    return CONSONANTS[sign] ?? (/[a-z0-9]/.test(sign) ? sign : '');
  });
  const written = WRITTEN.reduce((text, [from, to]) => text.replace(from, to), latin.join(''));
  const nasal = written.replace(/m(?=[pbf])/g, 'n');
  return (nasal.slice(0, 1) + nasal.slice(1).replace(/[aeiou]/g, '')).replace(/(.)\1+/g, '$1');
}
