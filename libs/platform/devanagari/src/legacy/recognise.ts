import { CONSONANT, countDevanagari, NASAL, NUKTA, VIRAMA, VOWEL, VOWEL_SIGN } from '../letters/letters';
import { BRANDS, ENGLISH_WORDS } from './english-words';
import { fromKrutiDev } from './kruti-dev';

/** How a line is written: typed in Kruti Dev 010 or DevLys 010, Hindi in Unicode, Latin letters, or no letters at all. */
export type Writing = 'legacy' | 'hindi' | 'latin' | 'none';

/** Below this a line stays what it says; English is never taken for legacy text, rather a short legacy line for English. */
const ENOUGH = 1.5;
/** In a text that has a line of which one can be sure, a short one beside it that speaks neither way belongs to it. */
const ENOUGH_BESIDE = -0.2;

/** How a line that stands alone is written. */
export function writingOf(line: string): Writing {
  return writingsOf([line])[0] ?? 'none';
}

/** How each line of a text is written, by its words: those that English has, and those that only such a font types. */
export function writingsOf(lines: readonly string[]): Writing[] {
  const weights = lines.map((line) => scriptOf(line) ?? weightOf(line));
  const sure = weights.some((weight) => typeof weight === 'number' && weight >= ENOUGH);
  return weights.map((weight) =>
    typeof weight === 'string' ? weight : weight >= (sure ? ENOUGH_BESIDE : ENOUGH) ? 'legacy' : 'latin',
  );
}

/** What the script alone tells. */
function scriptOf(line: string): 'hindi' | 'none' | null {
  const latin = line.match(/[A-Za-z]/g)?.length ?? 0;
  const devanagari = countDevanagari(line);
  if (devanagari > 0 && devanagari * 4 >= latin) return 'hindi';
  return latin === 0 && !LEGACY_LETTER.test(line) ? 'none' : null;
}

function weightOf(line: string): number {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .reduce((sum, word) => sum + weigh(word), 0);
}

/** Letters above ASCII that these fonts use and English does not. */
const LEGACY_LETTER = /[ÙØÑÃÅÆÇÈÊÌÍÎÏÒÓÔÖÜÝÞßàáâãäåæçèêëìíîïñôö÷¶¸º¼½¾ª«±¡³¥ƒ]/;
/** The commonest words of Hindi, as these fonts type them. */
const COMMON = new Set(
  `ds dh dk esa gS gSa ls dks ij vkSj us fd fd;k tk tkuk tkrk jgk jgs jgh dj djus djrs djuk }kjk rFkk ,oa ,oe~ ;g og mDr bl ml tks rks ugha ugÈ u gksus gks gksrk
  gqvk gqbZ gq, x;k x;h x;s xbZ x, Jh Jherh lHkh vius viuh viuk fy, gsrq vr% izfr fo"k;% lsok esa] egksn;] lwpukFkZ vko';d Fkk Fks Fkh dksbZ dqN ckn rd ,d nks lEcU/k leLr
  vkns'k fnukad i= la0 lanHkZ ftyk dk;kZy; fnukad] egksn; izfrfyfi la[;k vkns'k okil irk ewy izk:i fu.kZ; djsa xksiuh;`.split(
    /\s+/,
  ),
);
/** What types a letter of Hindi, and stands in no word of English. */
const SIGN =
  /['"/.[{]k|[A-Z]k[a-z]|[a-z][A-Z]|[a-zA-Z][;=|~`{}[<>][A-Za-z]|[tTxM<QjuD[]\+|^[;{}[,_<>|=][A-Za-z]|[a-zA-Z][=}|`][\]A&-]*$|(?<!\[.{0,60})[a-zA-Z;]\]$|[a-z]A$|[a-zA-Z]&[a-z]|[a-z]:[a-z]/g;
const ENGLISH_ENDING =
  /(?:ing|ed|tion|tions|ment|ments|ness|able|ible|ally|ly|ity|ies|ance|ence|ous|ive|al|ers?|ors?|ist|ism|ship|ward|ful|less|est|ory|ary|ure|age|ate|ise|ize|ck|sh|ght)$/i;
/** An address or a word with a number of English: `e-mail`, `A-11011/5/2026`, `C/1`, `don't`. */
const PLAIN = /^[("‘“]*([A-Za-z]+(?:['’](?:s|t|re|ll|ve))?(?:[-–/][A-Za-z]+)*)[)"’”.,;:?!]*$/;
const QUOTED = /^(['"])(.+)\1[.,;:]?$/;
const RIGHT_SYLLABLES = new RegExp(
  `^(?:(?:${CONSONANT}${NUKTA}?${VIRAMA})*${CONSONANT}${NUKTA}?(?:${VOWEL_SIGN}?${NASAL}?|${VIRAMA}$)|${VOWEL}${NASAL}?|[०-९])+$`,
);

/** What is longer is no word; its beginning tells as much. */
const LONGEST = 60;

function weigh(written: string): number {
  const word = (QUOTED.exec(written)?.[2] ?? written).slice(0, LONGEST);
  if (/@|^(?:https?:|www\.)/.test(word) && /\.[a-z]{2,}/.test(word)) return -1;
  if (COMMON.has(word)) return ENGLISH_WORDS.has(word) ? 0 : word.length < 3 ? 0.8 : 1.6;
  const plain = PLAIN.exec(word)?.[1];
  const parts = plain?.split(/[-–/’']/) ?? [];
  if (parts.length > 0 && parts.every((part) => isEnglish(part))) return word.length < 3 ? -0.6 : -1.5;
  const signs = (word.match(SIGN)?.length ?? 0) + (LEGACY_LETTER.test(word) ? 1 : 0);
  let weight = Math.min(signs * 1.2, 2.4);
  if (plain !== undefined) weight += looks(plain);
  if (!reads(word)) weight -= 1.5;
  else if (signs > 0 || word.length >= 4) weight += 0.5;
  return weight;
}

function isEnglish(part: string): boolean {
  if (BRANDS.has(part.toLowerCase())) return true;
  if (!isNatural(part)) return false;
  const lower = part.toLowerCase();
  return (
    ENGLISH_WORDS.has(lower) || (part.length > 4 && ENGLISH_ENDING.test(part) && /[aeiou]/i.test(part.slice(0, -2)))
  );
}

/** Written as English writes: `word`, `Word`, `WORD`. */
function isNatural(word: string): boolean {
  return /^(?:[A-Z]?[a-z]+|[A-Z]+)(?:['’][a-z]+)?$/.test(word);
}

/** Whether the letters alternate as English does: vowels in their share, no long runs of consonants. */
function looks(word: string): number {
  if (!isNatural(word)) return 0.3;
  if (/^[A-Z]+$/.test(word)) return -0.5;
  const lower = word.toLowerCase();
  const vowels = (lower.match(/[aeiouy]/g)?.length ?? 0) / lower.length;
  let weight = 0;
  if (vowels < 0.2) weight += lower.length === 1 ? 0 : 0.8;
  else if (vowels >= 0.3) weight -= 0.6;
  if (/[^aeiouy]{4}/.test(lower)) weight += 0.6;
  if (/q(?!u)|^f[^aeiourly]|^(?:d[^aeiouryw]|j[^aeiou]|v[^aeiouy])/.test(lower)) weight += 0.7;
  return weight;
}

/** Whether the word, read as legacy text, is made of right syllables. */
function reads(word: string): boolean {
  const letters = fromKrutiDev(word).replaceAll(/[^\u0900-\u097fA-Za-z]/g, '');
  return letters === '' || RIGHT_SYLLABLES.test(letters);
}
