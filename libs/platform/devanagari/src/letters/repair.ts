import { CLUSTER, CONSONANT, NASAL, NUKTA, VIRAMA, VOWEL_SIGN } from './letters';

const ANY_SIGN = `${VOWEL_SIGN}|${NASAL}|${VIRAMA}|${NUKTA}`;
const NOT_ON_A_CONSONANT = `(?<!${CONSONANT}${NUKTA}?)`;

/**
 * What a conversion from a legacy font leaves wrong, and how it is put right. Each is a sequence that no word of Hindi has, so
 * that right text never changes. The order matters: doubled signs first, then their order, then what they are composed to.
 */
const FAULTS: readonly (readonly [found: RegExp, put: string])[] = [
  [new RegExp(`(${ANY_SIGN})\\1+`, 'g'), '$1'],
  // A nukta behind the vowel sign of its letter.
  [new RegExp(`(?<=${CONSONANT})(${VOWEL_SIGN}{1,6}|${VIRAMA})${NUKTA}`, 'g'), `${NUKTA}$1`],
  // आंखाें: the nasal before the sign of the vowel.
  [new RegExp(`(${NASAL}{1,6})(${VOWEL_SIGN}{1,6})`, 'g'), '$2$1'],
  [new RegExp(`(${NASAL})\\1+`, 'g'), '$1'],
  // A half letter with the bar that makes it whole; the reph behind its letter; a half letter with a vowel.
  [new RegExp(`(?<=${CONSONANT}${NUKTA}?)(?<!र)${VIRAMA}ा`, 'g'), ''],
  [new RegExp(`(${CLUSTER})र${VIRAMA}(?=${VOWEL_SIGN})`, 'g'), `र${VIRAMA}$1`],
  [new RegExp(`(?<=${CONSONANT}${NUKTA}?)${VIRAMA}(?=${VOWEL_SIGN})`, 'g'), ''],
  // The short i stands before its letters, as it was typed.
  [new RegExp(`${NOT_ON_A_CONSONANT}ि(${CLUSTER})(?!${VIRAMA}|${VOWEL_SIGN})`, 'g'), '$1ि'],
  // Vowels and signs of vowels in pieces.
  [/अाे|अाॆ|आे|अो/g, 'ओ'],
  [/अाै|आै|अौ/g, 'औ'],
  [/अाॅ|आॅ|अॉ/g, 'ऑ'],
  [/अा/g, 'आ'],
  [/एे/g, 'ऐ'],
  [/ाे|ेा/g, 'ो'],
  [/ाै|ैा/g, 'ौ'],
  [/ाॅ|ॅा/g, 'ॉ'],
  [new RegExp(`(?<=${VOWEL_SIGN})${VIRAMA}`, 'g'), ''],
  [new RegExp(`(${VOWEL_SIGN})\\1+`, 'g'), '$1'],
];

/** The text with its misplaced and doubled vowel signs put right; null when it has none. */
export function repairSigns(text: string): string | null {
  if (!/[\u0900-\u097f]/.test(text)) return null;
  const repaired = FAULTS.reduce((now, [found, put]) => now.replace(found, put), text);
  return repaired === text ? null : repaired;
}
