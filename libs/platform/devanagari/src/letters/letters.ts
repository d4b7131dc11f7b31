/** What the letters of Devanagari are, as classes for regular expressions. */
export const CONSONANT = '[\u0915-\u0939\u0958-\u095f]';
export const VOWEL = '[\u0904-\u0914\u0960\u0972]';
/** Signs of vowels that stand on a consonant: ा ि … ौ ॅ ॉ ृ. */
export const VOWEL_SIGN = '[\u093e-\u094c]';
/** ँ ं ः stand behind the vowel sign. */
export const NASAL = '[\u0900-\u0903]';
export const VIRAMA = '\u094d';
export const NUKTA = '\u093c';
/** Letters that belong to one consonant with what is joined before it: `स्थ`, `न्द्र`; more than five no word has. */
export const CLUSTER = `(?:${CONSONANT}${NUKTA}?${VIRAMA}){0,4}${CONSONANT}${NUKTA}?`;

const DEVANAGARI = /[\u0900-\u0963\u0970-\u097f]/g;

/** How many letters and signs of Devanagari a text has; its digits and dandas are none. */
export function countDevanagari(text: string): number {
  return text.match(DEVANAGARI)?.length ?? 0;
}
